// Made by scripts/generate-schema.ts from data-schemas/. Do not edit.

export const schemas: Readonly<Record<string, unknown>> = {
 "abuse": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/abuse.schema.json",
  "title": "Abuse record",
  "description": "Abuse of one type, at one severity, at one wave, by one reporter; accounts of different reporters are never merged",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Id of the person who did it"
   },
   "victim": {
    "type": "string",
    "description": "Id of the victim-survivor"
   },
   "wave": {
    "type": "string",
    "description": "Time point",
    "x-likewise": "category",
    "examples": [
     "intake",
     "review",
     "exit",
     "follow-up"
    ]
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of the record"
   },
   "kind": {
    "enum": [
     "physical",
     "sexual",
     "harassment-stalking",
     "jealous-controlling",
     "economic"
    ],
    "description": "Type of abuse"
   },
   "severity": {
    "type": "integer",
    "description": "0 none, 1 standard, 2 moderate, 3 high",
    "minimum": 0,
    "maximum": 3
   },
   "reporter": {
    "enum": [
     "victim-survivor",
     "perpetrator",
     "child",
     "worker",
     "police"
    ],
    "description": "Whose account it is"
   }
  },
  "required": [
   "person",
   "wave",
   "kind",
   "reporter"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "victim",
    "wave",
    "kind",
    "reporter"
   ],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "activities": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/activities.schema.json",
  "title": "Activity of a strand",
  "description": "One milestone or output of one strand of a programme; a milestone stands from when it is planned",
  "type": "object",
  "properties": {
   "strand": {
    "type": "string",
    "description": "Strand of the programme, as it calls itself",
    "x-likewise": "category"
   },
   "kind": {
    "type": "string",
    "enum": [
     "milestone",
     "output"
    ],
    "description": "Milestone: reached or not; output: a number of something delivered"
   },
   "activity": {
    "type": "string",
    "description": "What it is called",
    "x-likewise": "category"
   },
   "due": {
    "type": "string",
    "format": "date",
    "description": "Day it is due"
   },
   "done": {
    "type": "string",
    "format": "date",
    "description": "Day it was done; blank while it is not"
   },
   "count": {
    "type": "integer",
    "description": "Of an output, how many were delivered",
    "minimum": 0
   }
  },
  "required": [
   "strand",
   "kind",
   "activity"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "done",
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [
    "due",
    "done"
   ],
   "spells": false
  }
 },
 "allocations": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/allocations.schema.json",
  "title": "Randomised allocation",
  "description": "One random allocation of a person to an arm",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "allocated_on": {
    "type": "string",
    "format": "date",
    "description": "Day of the allocation"
   },
   "arm": {
    "type": "string",
    "description": "Arm allocated, whatever was received",
    "x-likewise": "category"
   },
   "stratum": {
    "type": "string",
    "description": "Stratum the allocation was made in",
    "x-likewise": "category"
   }
  },
  "required": [
   "person",
   "allocated_on",
   "arm"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [
    "person"
   ],
   "date": "allocated_on",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "capacity": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/capacity.schema.json",
  "title": "Capacity of a service",
  "description": "Places one service had in one period",
  "type": "object",
  "properties": {
   "service": {
    "type": "string",
    "description": "Service",
    "x-likewise": "category"
   },
   "period_from": {
    "type": "string",
    "format": "date",
    "description": "First day of the period"
   },
   "period_to": {
    "type": "string",
    "format": "date",
    "description": "Last day of the period"
   },
   "places": {
    "type": "number",
    "description": "Places",
    "minimum": 0
   }
  },
  "required": [
   "service",
   "period_from"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "period_to",
   "references": {},
   "dateOrder": [
    [
     "period_from",
     "period_to"
    ]
   ],
   "mayLieAhead": [
    "period_from",
    "period_to"
   ],
   "spells": false
  }
 },
 "comparison": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/comparison.schema.json",
  "title": "Comparison",
  "description": "One comparison of a treated with a comparison group, exact or disclosed",
  "type": "object",
  "properties": {
   "kind": {
    "const": "likewise/comparison"
   },
   "version": {
    "const": 1,
    "description": "Version of the form of a comparison"
   },
   "id": {
    "type": "string",
    "description": "Id of the comparison in its plan"
   },
   "label": {
    "type": "string",
    "description": "The comparison as pages call it"
   },
   "rows": {
    "$ref": "#/$defs/Rows"
   },
   "arms": {
    "$ref": "#/$defs/Arms"
   },
   "design": {
    "type": "object",
    "description": "Every option used: method, assignment, comparator, distance, caliper {sd,width}, ratio, order, covariates, exact, clusters, level, seed …",
    "properties": {
     "method": {
      "type": "string",
      "description": "How like was compared with like"
     },
     "assignment": {
      "type": "string",
      "description": "How people came to be treated"
     },
     "comparator": {
      "type": "string",
      "description": "Who the comparison group are"
     },
     "analysisSet": {
      "enum": [
       "referred",
       "offered",
       "started",
       "completed"
      ],
      "description": "Whose outcomes are analysed as treated"
     },
     "primaryByDefault": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of outcomes whose primary estimate was fixed by default, not by the plan"
     }
    },
    "required": [
     "method",
     "assignment",
     "comparator"
    ],
    "additionalProperties": true
   },
   "matching": {
    "anyOf": [
     {
      "$ref": "#/$defs/Matching"
     },
     {
      "type": "null"
     }
    ],
    "description": "What matching did; null without matching"
   },
   "weighting": {
    "anyOf": [
     {
      "$ref": "#/$defs/Weighting"
     },
     {
      "type": "null"
     }
    ],
    "description": "What weighting did; null without weighting"
   },
   "balance": {
    "type": "array",
    "description": "How alike the arms are, covariate by covariate",
    "items": {
     "$ref": "#/$defs/Balance"
    }
   },
   "estimates": {
    "type": "array",
    "description": "Every estimate, primary and secondary",
    "items": {
     "$ref": "#/$defs/Estimate"
    }
   },
   "sensitivity": {
    "$ref": "#/$defs/ComparisonSensitivity"
   },
   "targetTrial": {
    "$ref": "#/$defs/TargetTrialResult"
   },
   "tests": {
    "type": "array",
    "description": "Tests that are not dual to an interval",
    "items": {
     "$ref": "#/$defs/Test"
    }
   },
   "curves": {
    "type": "array",
    "description": "Curves over time",
    "items": {
     "$ref": "#/$defs/Curve"
    }
   },
   "models": {
    "type": "array",
    "description": "Fitted models, term by term",
    "items": {
     "$ref": "#/$defs/Model"
    }
   },
   "evidence": {
    "type": "array",
    "description": "Grades, a list by scale and group of estimates",
    "items": {
     "$ref": "#/$defs/Grade"
    }
   },
   "claims": {
    "type": "array",
    "description": "What may and may not be said of each outcome",
    "items": {
     "$ref": "#/$defs/Claim"
    }
   },
   "refusals": {
    "type": "array",
    "description": "What was refused, why, and what would unlock it",
    "items": {
     "$ref": "#/$defs/Refusal"
    }
   },
   "assumptions": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What was assumed and not declared"
   },
   "provenance": {
    "$ref": "#/$defs/Provenance"
   },
   "appraisal": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Appraisal"
    },
    "description": "Risk of bias and precision by group of estimates, beside the level"
   },
   "emmie": {
    "anyOf": [
     {
      "$ref": "#/$defs/Emmie"
     },
     {
      "type": "null"
     }
    ],
    "description": "For those who ask (report.emmie): the dimensions of EMMIE for this one study"
   }
  },
  "required": [
   "kind",
   "version",
   "id",
   "label",
   "rows",
   "arms",
   "design",
   "matching",
   "weighting",
   "balance",
   "estimates",
   "tests",
   "curves",
   "models",
   "evidence",
   "claims",
   "refusals",
   "assumptions",
   "provenance"
  ],
  "additionalProperties": false,
  "$defs": {
   "Withheld": {
    "type": "object",
    "description": "A number withheld by disclosure control",
    "properties": {
     "withheld": {
      "enum": [
       "primary",
       "secondary"
      ],
      "description": "Suppressed for itself, or to protect another number"
     }
    },
    "required": [
     "withheld"
    ],
    "additionalProperties": false
   },
   "Unbounded": {
    "type": "object",
    "description": "An interval limit that does not exist",
    "properties": {
     "unbounded": {
      "enum": [
       "above",
       "below"
      ],
      "description": "The side on which there is no limit"
     }
    },
    "required": [
     "unbounded"
    ],
    "additionalProperties": false
   },
   "Figure": {
    "anyOf": [
     {
      "type": "number"
     },
     {
      "$ref": "#/$defs/Withheld"
     }
    ],
    "description": "A number, or the fact that it is withheld"
   },
   "Limit": {
    "anyOf": [
     {
      "type": "number"
     },
     {
      "$ref": "#/$defs/Withheld"
     },
     {
      "$ref": "#/$defs/Unbounded"
     }
    ],
    "description": "One end of an interval"
   },
   "Interval": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Limit"
    },
    "minItems": 2,
    "maxItems": 2,
    "description": "Lower and upper limit"
   },
   "Refusal": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Stable id of the rule that refused"
     },
     "what": {
      "type": "string",
      "description": "What was refused, by key or name"
     },
     "why": {
      "type": "string",
      "description": "Why it would mislead or cannot be had"
     },
     "unlocks": {
      "type": "string",
      "description": "What would make it possible"
     }
    },
    "required": [
     "id",
     "what",
     "why",
     "unlocks"
    ],
    "additionalProperties": false
   },
   "Exclusion": {
    "type": "object",
    "properties": {
     "reason": {
      "type": "string",
      "description": "Why the rows were left out"
     },
     "rows": {
      "$ref": "#/$defs/Figure",
      "description": "Rows left out for this reason"
     }
    },
    "required": [
     "reason",
     "rows"
    ],
    "additionalProperties": false
   },
   "Rows": {
    "type": "object",
    "description": "read = used + sum of excluded",
    "properties": {
     "read": {
      "$ref": "#/$defs/Figure",
      "description": "Rows read"
     },
     "used": {
      "$ref": "#/$defs/Figure",
      "description": "Rows used"
     },
     "excluded": {
      "type": "array",
      "description": "Rows left out, by reason",
      "items": {
       "$ref": "#/$defs/Exclusion"
      }
     }
    },
    "required": [
     "read",
     "used",
     "excluded"
    ],
    "additionalProperties": false
   },
   "Arms": {
    "type": "object",
    "properties": {
     "treated": {
      "$ref": "#/$defs/Figure",
      "description": "People in the treated arm"
     },
     "comparison": {
      "$ref": "#/$defs/Figure",
      "description": "People in the comparison arm"
     },
     "labels": {
      "type": "object",
      "description": "Noun phrases for the people in each arm",
      "properties": {
       "treated": {
        "type": "string",
        "description": "People treated"
       },
       "comparison": {
        "type": "string",
        "description": "People they are compared with"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "treated",
     "comparison",
     "labels"
    ],
    "additionalProperties": false
   },
   "CovariateSummary": {
    "type": "object",
    "description": "SMD denominator: before matching; the treated group's standard deviation, or both groups' pooled for a trial, for an average effect on everyone, or where the treated one is zero; null when both are zero",
    "properties": {
     "treated": {
      "$ref": "#/$defs/Figure",
      "description": "Mean, or share of a level, among treated people"
     },
     "comparison": {
      "$ref": "#/$defs/Figure",
      "description": "Mean, or share of a level, among comparison people"
     },
     "standardisedMeanDifference": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Difference in means in standard deviations before matching (see the description of the row)"
     },
     "varianceRatio": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Treated variance over comparison variance; null for a level"
     },
     "ecdfMean": {
      "$ref": "#/$defs/Figure",
      "description": "Mean difference of the arms' cumulative distributions over the values that occur; for a level, the difference in shares"
     },
     "ecdfMax": {
      "$ref": "#/$defs/Figure",
      "description": "Largest difference of the arms' cumulative distributions"
     }
    },
    "required": [
     "treated",
     "comparison",
     "standardisedMeanDifference",
     "varianceRatio"
    ],
    "additionalProperties": false
   },
   "Balance": {
    "type": "object",
    "properties": {
     "covariate": {
      "type": "string",
      "description": "Name of the covariate"
     },
     "level": {
      "anyOf": [
       {
        "type": "string",
        "description": "Factor level, or null for a number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Level of a factor; null for a number"
     },
     "essential": {
      "type": "boolean",
      "description": "One of the covariates that decide the evidence level"
     },
     "adjusted": {
      "type": "boolean",
      "description": "The adjusted estimate includes it"
     },
     "before": {
      "$ref": "#/$defs/CovariateSummary"
     },
     "after": {
      "anyOf": [
       {
        "$ref": "#/$defs/CovariateSummary"
       },
       {
        "type": "null"
       }
      ],
      "description": "After matching or weighting; null without either"
     },
     "worstImputed": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Standardised difference furthest from 0 in any imputed data set, after matching or weighting where there is any; absent where nothing was imputed"
     }
    },
    "required": [
     "covariate",
     "level",
     "essential",
     "adjusted",
     "before",
     "after"
    ],
    "additionalProperties": false
   },
   "ConstraintCheck": {
    "type": "object",
    "description": "Each constraint asked for, checked again on the finished sets",
    "properties": {
     "checked": {
      "type": "integer",
      "description": "Sets looked at again"
     },
     "broken": {
      "type": "integer",
      "description": "Sets that break the constraint"
     }
    },
    "required": [
     "checked",
     "broken"
    ],
    "additionalProperties": false
   },
   "Lost": {
    "type": "object",
    "description": "Mean among treated people kept and lost",
    "properties": {
     "covariate": {
      "type": "string",
      "description": "Name of the covariate"
     },
     "level": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Level of a factor; null for a number"
     },
     "kept": {
      "$ref": "#/$defs/Figure",
      "description": "Mean, or share of a level, among treated people kept"
     },
     "lost": {
      "$ref": "#/$defs/Figure",
      "description": "Mean, or share of a level, among treated people lost"
     }
    },
    "required": [
     "covariate",
     "level",
     "kept",
     "lost"
    ],
    "additionalProperties": false
   },
   "Matching": {
    "type": "object",
    "properties": {
     "treatedMatched": {
      "$ref": "#/$defs/Figure",
      "description": "Treated people for whom somebody alike was found"
     },
     "treatedUnmatched": {
      "$ref": "#/$defs/Figure",
      "description": "Treated people for whom nobody alike was found"
     },
     "comparisonMatched": {
      "$ref": "#/$defs/Figure",
      "description": "Comparison people who were matched"
     },
     "setSizes": {
      "type": "object",
      "description": "Number of sets of each form, treated to comparison people: 1:1",
      "additionalProperties": {
       "$ref": "#/$defs/Figure"
      }
     },
     "constraintsChecked": {
      "type": "object",
      "description": "Constraint to how often it was checked and broken",
      "additionalProperties": {
       "$ref": "#/$defs/ConstraintCheck"
      }
     },
     "tieRange": {
      "type": "object",
      "additionalProperties": {
       "anyOf": [
        {
         "$ref": "#/$defs/Interval"
        },
        {
         "type": "null"
        }
       ]
      },
      "description": "Per outcome: range of the estimate over ways of breaking ties"
     },
     "lost": {
      "type": "array",
      "description": "Who was not matched, against who was",
      "items": {
       "$ref": "#/$defs/Lost"
      }
     },
     "effectiveSampleSize": {
      "type": "object",
      "description": "Number of people the weights amount to",
      "properties": {
       "treated": {
        "$ref": "#/$defs/Figure"
       },
       "comparison": {
        "$ref": "#/$defs/Figure"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "treatedMatched",
     "treatedUnmatched",
     "comparisonMatched",
     "setSizes",
     "constraintsChecked",
     "tieRange",
     "lost",
     "effectiveSampleSize"
    ],
    "additionalProperties": false
   },
   "Weighting": {
    "type": "object",
    "description": "What weighting did",
    "properties": {
     "effectiveSampleSize": {
      "type": "object",
      "description": "Number of people the weights of each arm amount to",
      "properties": {
       "treated": {
        "$ref": "#/$defs/Figure"
       },
       "comparison": {
        "$ref": "#/$defs/Figure"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "largestShare": {
      "type": "object",
      "description": "Share of its arm's weight carried by the one person with most of it",
      "properties": {
       "treated": {
        "$ref": "#/$defs/Figure"
       },
       "comparison": {
        "$ref": "#/$defs/Figure"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "trimmed": {
      "type": "object",
      "description": "People left out because of their score, by arm",
      "properties": {
       "treated": {
        "$ref": "#/$defs/Figure"
       },
       "comparison": {
        "$ref": "#/$defs/Figure"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "lost": {
      "type": "array",
      "description": "Treated people left out, against those kept",
      "items": {
       "$ref": "#/$defs/Lost"
      }
     }
    },
    "required": [
     "effectiveSampleSize",
     "largestShare",
     "trimmed",
     "lost"
    ],
    "additionalProperties": false
   },
   "ArmValue": {
    "type": "object",
    "properties": {
     "n": {
      "$ref": "#/$defs/Figure",
      "description": "People of the arm behind the estimate"
     },
     "events": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People with the event, or events; null where there are none to count"
     },
     "value": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Share, mean or rate, on the outcome’s own scale"
     }
    },
    "required": [
     "n",
     "events",
     "value"
    ],
    "additionalProperties": false
   },
   "Sensitivity": {
    "type": "object",
    "properties": {
     "eValue": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "estimate": {
          "$ref": "#/$defs/Figure"
         },
         "interval": {
          "$ref": "#/$defs/Figure"
         }
        },
        "required": [
         "estimate",
         "interval"
        ],
        "additionalProperties": false
       },
       {
        "type": "null"
       }
      ],
      "description": "How strongly something unmeasured would have to act, as a risk ratio, to explain the estimate away; null where it cannot be had"
     },
     "rosenbaum": {
      "type": "array",
      "description": "P-values if unmeasured differences changed the odds of treatment by gamma",
      "items": {
       "type": "object",
       "properties": {
        "gamma": {
         "type": "number",
         "description": "Factor on the odds of treatment"
        },
        "pUpper": {
         "$ref": "#/$defs/Figure"
        }
       },
       "required": [
        "gamma",
        "pUpper"
       ],
       "additionalProperties": false
      }
     },
     "robustness": {
      "type": "array",
      "description": "The estimate under other reasonable choices",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id of the choice"
        },
        "label": {
         "type": "string",
         "description": "What was chosen otherwise"
        },
        "estimate": {
         "$ref": "#/$defs/Figure"
        },
        "interval": {
         "$ref": "#/$defs/Interval"
        },
        "kind": {
         "enum": [
          "caliper",
          "site",
          "specification"
         ],
         "description": "Another caliper, one site left out, or another declared way of comparing"
        },
        "inUse": {
         "type": "boolean",
         "description": "The choice the estimate itself was made with"
        },
        "estimand": {
         "enum": [
          "ATT",
          "ATC",
          "ATE",
          "ATO",
          "ATM"
         ],
         "description": "Whose effect it is under that choice"
        },
        "treated": {
         "$ref": "#/$defs/Figure",
         "description": "Treated people under that choice"
        },
        "comparison": {
         "$ref": "#/$defs/Figure",
         "description": "Comparison people under that choice"
        },
        "treatedEvents": {
         "anyOf": [
          {
           "$ref": "#/$defs/Figure"
          },
          {
           "type": "null"
          }
         ],
         "description": "Events among treated people under that choice; null for a score"
        },
        "comparisonEvents": {
         "anyOf": [
          {
           "$ref": "#/$defs/Figure"
          },
          {
           "type": "null"
          }
         ],
         "description": "Events among comparison people under that choice; null for a score"
        }
       },
       "required": [
        "id",
        "label",
        "estimate",
        "interval"
       ],
       "additionalProperties": false
      }
     },
     "rosenbaumTest": {
      "type": "object",
      "description": "What the Rosenbaum bounds are of; absent without them",
      "properties": {
       "test": {
        "enum": [
         "events",
         "signed-rank",
         "aligned-rank"
        ],
        "description": "Of what: events in matched sets (McNemar, Mantel–Haenszel, Fisher), signed ranks of pairs, or aligned ranks of sets"
       },
       "alternative": {
        "enum": [
         "more",
         "fewer"
        ],
        "description": "What the treated are thought to have: the direction of the estimate"
       },
       "exact": {
        "type": "boolean",
        "description": "False for a normal approximation"
       },
       "largestGamma": {
        "anyOf": [
         {
          "$ref": "#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "Largest factor on the odds of treatment with a one-sided p-value of 0.05 or less, 1,000 at most; null where the plain test has none"
       }
      },
      "required": [
       "test",
       "alternative",
       "exact",
       "largestGamma"
      ],
      "additionalProperties": false
     },
     "missingOutcomes": {
      "type": "array",
      "description": "Bounds on the difference with those whose outcome is not known taken in",
      "items": {
       "type": "object",
       "properties": {
        "method": {
         "enum": [
          "worst-case",
          "lee"
         ],
         "description": "Nothing assumed of the missing, or that treatment makes being observed only likelier or only less likely"
        },
        "lower": {
         "$ref": "#/$defs/Figure"
        },
        "upper": {
         "$ref": "#/$defs/Figure"
        },
        "interval": {
         "anyOf": [
          {
           "$ref": "#/$defs/Interval"
          },
          {
           "type": "null"
          }
         ],
         "description": "Covers the effect wherever between the bounds it lies; null where people are in clusters"
        },
        "trimmed": {
         "anyOf": [
          {
           "type": "object",
           "properties": {
            "arm": {
             "enum": [
              "treated",
              "comparison"
             ],
             "description": "Arm of which more are observed"
            },
            "share": {
             "$ref": "#/$defs/Figure",
             "description": "Share of its observed people left out at either end"
            }
           },
           "required": [
            "arm",
            "share"
           ],
           "additionalProperties": false
          },
          {
           "type": "null"
          }
         ],
         "description": "Lee bounds: who was left out; null where both arms are observed alike, and for the worst case"
        },
        "missing": {
         "type": "object",
         "description": "People of the group whose outcome is not known",
         "properties": {
          "treated": {
           "$ref": "#/$defs/Figure"
          },
          "comparison": {
           "$ref": "#/$defs/Figure"
          }
         },
         "required": [
          "treated",
          "comparison"
         ],
         "additionalProperties": false
        }
       },
       "required": [
        "method",
        "lower",
        "upper",
        "interval",
        "trimmed",
        "missing"
       ],
       "additionalProperties": false
      }
     },
     "recording": {
      "type": "object",
      "description": "What the effect would be if events were recorded as declared; absent where nothing was declared",
      "properties": {
       "treated": {
        "type": "object",
        "properties": {
         "sensitivity": {
          "type": "array",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2,
          "description": "Share of events recorded, from and to"
         },
         "specificity": {
          "type": "array",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2,
          "description": "Share of people without an event of whom none is recorded, from and to"
         }
        },
        "required": [
         "sensitivity",
         "specificity"
        ],
        "additionalProperties": false
       },
       "comparison": {
        "type": "object",
        "properties": {
         "sensitivity": {
          "type": "array",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2,
          "description": "Share of events recorded, from and to"
         },
         "specificity": {
          "type": "array",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2,
          "description": "Share of people without an event of whom none is recorded, from and to"
         }
        },
        "required": [
         "sensitivity",
         "specificity"
        ],
        "additionalProperties": false
       },
       "correlation": {
        "type": "number",
        "description": "Of the arms' sensitivities as drawn"
       },
       "draws": {
        "type": "integer",
        "description": "Recordings drawn at random"
       },
       "grid": {
        "type": "array",
        "description": "The effect at the least, middle and greatest sensitivities, false records at their middle",
        "items": {
         "type": "object",
         "properties": {
          "treated": {
           "type": "number",
           "description": "Sensitivity among the treated"
          },
          "comparison": {
           "type": "number",
           "description": "Sensitivity among comparison people"
          },
          "estimate": {
           "anyOf": [
            {
             "$ref": "#/$defs/Figure"
            },
            {
             "type": "null"
            }
           ],
           "description": "null where the records seen would be impossible"
          }
         },
         "required": [
          "treated",
          "comparison",
          "estimate"
         ],
         "additionalProperties": false
        }
       },
       "estimate": {
        "anyOf": [
         {
          "$ref": "#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "Median over recordings drawn; null where all are impossible"
       },
       "systematicInterval": {
        "anyOf": [
         {
          "$ref": "#/$defs/Interval"
         },
         {
          "type": "null"
         }
        ],
        "description": "Over recordings alone"
       },
       "interval": {
        "anyOf": [
         {
          "$ref": "#/$defs/Interval"
         },
         {
          "type": "null"
         }
        ],
        "description": "Over recordings and chance"
       },
       "impossible": {
        "$ref": "#/$defs/Figure",
        "description": "Share of recordings drawn under which the records seen would be impossible"
       },
       "noEffectAt": {
        "anyOf": [
         {
          "$ref": "#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "Sensitivity among the treated at which the effect vanishes, comparison people's at its middle; null where none would do"
       },
       "noEffectAtLimit": {
        "anyOf": [
         {
          "$ref": "#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "Sensitivity among the treated at which the limit nearer to no effect does; null also where the interval includes no effect"
       }
      },
      "required": [
       "treated",
       "comparison",
       "correlation",
       "draws",
       "grid",
       "estimate",
       "systematicInterval",
       "interval",
       "impossible",
       "noEffectAt",
       "noEffectAtLimit"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "eValue",
     "rosenbaum",
     "robustness"
    ],
    "additionalProperties": false
   },
   "ComparisonSensitivity": {
    "type": "object",
    "description": "Checks of the whole comparison that its plan asked for; the numbers are with each estimate",
    "properties": {
     "negativeControls": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of the estimates of outcomes the programme cannot affect"
     },
     "warnings": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "What the checks found against the comparison, by check and what it is about: an effect where there can be none, one site that carries the result"
     },
     "tiers": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "How thoroughly each check was made, where that depends on the number of people"
     }
    },
    "required": [
     "negativeControls",
     "warnings",
     "tiers"
    ],
    "additionalProperties": false
   },
   "PooledImputations": {
    "type": "object",
    "description": "One estimate from several imputed data sets, by Rubin's rules",
    "properties": {
     "count": {
      "type": "integer",
      "description": "Imputed data sets, each with a comparison group of its own",
      "minimum": 2
     },
     "scale": {
      "enum": [
       "natural",
       "log",
       "atanh"
      ],
      "description": "Scale on which they were pooled and the variances are"
     },
     "within": {
      "$ref": "#/$defs/Figure",
      "description": "Mean of the squared standard errors"
     },
     "between": {
      "$ref": "#/$defs/Figure",
      "description": "Variance of the estimates"
     },
     "fractionMissing": {
      "$ref": "#/$defs/Figure",
      "description": "Share of what is known of the effect that the gaps took away, 0 to 1"
     }
    },
    "required": [
     "count",
     "scale",
     "within",
     "between",
     "fractionMissing"
    ],
    "additionalProperties": false
   },
   "EstimateWarning": {
    "type": "object",
    "properties": {
     "code": {
      "type": "string",
      "description": "Kind of warning, such as effect-differs"
     },
     "text": {
      "type": "string",
      "description": "The warning in words"
     }
    },
    "required": [
     "code",
     "text"
    ],
    "additionalProperties": false
   },
   "Estimate": {
    "type": "object",
    "description": "A difference is treated minus comparison; a ratio treated over comparison",
    "properties": {
     "id": {
      "type": "string",
      "description": "outcome:measure:estimator"
     },
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "definition": {
      "type": "string",
      "description": "Definition id of the outcome"
     },
     "window": {
      "anyOf": [
       {
        "type": "string",
        "description": "Window id"
       },
       {
        "type": "null"
       }
      ],
      "description": "Window id; null where the outcome has none"
     },
     "unit": {
      "enum": [
       "person",
       "dyad",
       "family",
       "area-month"
      ],
      "description": "What one unit of analysis is"
     },
     "basis": {
      "anyOf": [
       {
        "enum": [
         "proven",
         "charged",
         "recorded-crime",
         "incident",
         "victim-report",
         "self-report",
         "worker-judgement"
        ],
        "description": "What kind of record the outcome rests on; different bases never share a row, a pool or a unit cost"
       },
       {
        "type": "null"
       }
      ],
      "description": "What kind of record the outcome rests on; null where undeclared"
     },
     "reporter": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Whose account it is; null where undeclared"
     },
     "subgroup": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Level of a subgroup; null for everyone"
     },
     "primary": {
      "type": "boolean",
      "description": "This interval decides the verdict on its outcome"
     },
     "measure": {
      "enum": [
       "riskDifference",
       "riskRatio",
       "oddsRatio",
       "meanDifference",
       "rateDifference",
       "rateRatio",
       "hazardRatio",
       "restrictedMeanSurvivalTimeDifference",
       "differenceInDifferences",
       "levelChange",
       "slopeChange"
      ],
      "description": "Measure of effect"
     },
     "estimand": {
      "enum": [
       "ATT",
       "ATC",
       "ATE",
       "ATO",
       "ATM"
      ],
      "description": "Whose effect it is: of the treated (ATT), of the untreated (ATC), of everyone (ATE), where the arms overlap (ATO), of the people matched (ATM)"
     },
     "population": {
      "type": "string",
      "description": "The people it is about, in words"
     },
     "estimator": {
      "type": "string",
      "description": "How it was worked out, in words"
     },
     "adjustment": {
      "enum": [
       "none",
       "covariates",
       "matching",
       "weighting",
       "design"
      ],
      "description": "What makes the arms alike"
     },
     "adjustedFor": {
      "type": "array",
      "description": "Covariates or terms of the model, the treatment not among them",
      "items": {
       "type": "string"
      }
     },
     "estimate": {
      "$ref": "#/$defs/Figure",
      "description": "The estimate itself"
     },
     "standardError": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "On the scale of the interval: logarithms for ratios; null where the interval needs none"
     },
     "standardErrorKind": {
      "type": "string",
      "description": "What the standard error allows for"
     },
     "df": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Degrees of freedom of the reference distribution; null for the normal"
     },
     "clusters": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Clusters the standard error allows for; null without"
     },
     "interval": {
      "$ref": "#/$defs/Interval",
      "description": "Interval of the estimate"
     },
     "level": {
      "type": "number",
      "description": "Level of the interval"
     },
     "pValue": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Two-sided, dual to the interval"
     },
     "adjustedPValue": {
      "$ref": "#/$defs/Figure",
      "description": "p-value adjusted for the number of secondary outcomes; absent where the plan asks for none, and for a primary outcome"
     },
     "test": {
      "type": "string",
      "description": "The test the p-value is of"
     },
     "treated": {
      "$ref": "#/$defs/ArmValue"
     },
     "comparison": {
      "$ref": "#/$defs/ArmValue"
     },
     "imputations": {
      "anyOf": [
       {
        "$ref": "#/$defs/PooledImputations"
       },
       {
        "type": "null"
       }
      ],
      "description": "How imputed data sets were brought together; null where nothing was imputed, or nothing imputed bears on the estimate"
     },
     "bootstrap": {
      "type": "object",
      "description": "Resamples the standard error is from; absent where it is a formula's",
      "properties": {
       "replicates": {
        "type": "integer",
        "description": "Resamples drawn"
       },
       "failed": {
        "type": "integer",
        "description": "Resamples in which the effect does not exist, left out"
       },
       "percentile": {
        "$ref": "#/$defs/Interval",
        "description": "Percentile interval, at the level of the interval"
       }
      },
      "required": [
       "replicates",
       "failed",
       "percentile"
      ],
      "additionalProperties": false
     },
     "sensitivity": {
      "$ref": "#/$defs/Sensitivity"
     },
     "precision": {
      "anyOf": [
       {
        "$ref": "#/$defs/Precision"
       },
       {
        "type": "null"
       }
      ]
     },
     "warnings": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/EstimateWarning"
      },
      "description": "Why the interval is not to be leant on; absent where nothing was found"
     }
    },
    "required": [
     "id",
     "outcome",
     "definition",
     "window",
     "unit",
     "basis",
     "reporter",
     "subgroup",
     "primary",
     "measure",
     "estimand",
     "population",
     "estimator",
     "adjustment",
     "adjustedFor",
     "estimate",
     "standardError",
     "standardErrorKind",
     "df",
     "clusters",
     "interval",
     "level",
     "pValue",
     "test",
     "treated",
     "comparison",
     "imputations",
     "sensitivity"
    ],
    "additionalProperties": false
   },
   "Test": {
    "type": "object",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "test": {
      "type": "string",
      "description": "Name of the test"
     },
     "statistic": {
      "$ref": "#/$defs/Figure",
      "description": "Test statistic"
     },
     "df": {
      "type": "number",
      "description": "Degrees of freedom"
     },
     "pValue": {
      "$ref": "#/$defs/Figure",
      "description": "p-value of the test"
     },
     "asks": {
      "enum": [
       "difference",
       "interaction",
       "assumption"
      ],
      "description": "What it asks: whether there is an effect at all, whether effects differ between subgroups, or whether an assumption holds; a difference when left out"
     },
     "subgroup": {
      "type": "string",
      "description": "Covariate whose levels are compared"
     },
     "contrast": {
      "type": "string",
      "description": "Levels compared, first against second; absent for all levels at once"
     },
     "measure": {
      "enum": [
       "riskDifference",
       "riskRatio",
       "oddsRatio",
       "meanDifference",
       "rateDifference",
       "rateRatio",
       "hazardRatio",
       "restrictedMeanSurvivalTimeDifference",
       "differenceInDifferences",
       "levelChange",
       "slopeChange"
      ],
      "description": "Measure of the effect tested"
     },
     "estimate": {
      "$ref": "#/$defs/Figure",
      "description": "What is tested: of an interaction the difference of two differences, or the ratio of two ratios; otherwise the effect itself"
     },
     "interval": {
      "$ref": "#/$defs/Interval",
      "description": "Interval of the statistic"
     },
     "level": {
      "type": "number",
      "description": "Level of the interval"
     },
     "adjustedPValue": {
      "$ref": "#/$defs/Figure",
      "description": "Adjusted by Holm for the number of subgroups declared"
     }
    },
    "required": [
     "outcome",
     "test",
     "statistic",
     "df",
     "pValue"
    ],
    "additionalProperties": false
   },
   "CurvePoint": {
    "type": "object",
    "properties": {
     "time": {
      "type": "number",
      "description": "In the time unit of the curve"
     },
     "atRisk": {
      "$ref": "#/$defs/Figure",
      "description": "People still at risk at this time"
     },
     "events": {
      "$ref": "#/$defs/Figure",
      "description": "Events at this time"
     },
     "value": {
      "$ref": "#/$defs/Figure",
      "description": "Share without the event up to this time"
     },
     "interval": {
      "$ref": "#/$defs/Interval",
      "description": "Interval of the share"
     }
    },
    "required": [
     "time",
     "atRisk",
     "events",
     "value",
     "interval"
    ],
    "additionalProperties": false
   },
   "Curve": {
    "type": "object",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "kind": {
      "type": "string",
      "description": "Kind of curve: kaplan-meier"
     },
     "arm": {
      "enum": [
       "treated",
       "comparison"
      ],
      "description": "Arm"
     },
     "timeUnit": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Unit of the times; null where undeclared"
     },
     "points": {
      "type": "array",
      "description": "Steps, in order of time",
      "items": {
       "$ref": "#/$defs/CurvePoint"
      }
     }
    },
    "required": [
     "outcome",
     "kind",
     "arm",
     "timeUnit",
     "points"
    ],
    "additionalProperties": false
   },
   "Term": {
    "type": "object",
    "properties": {
     "term": {
      "type": "string",
      "description": "Name of the term; of a factor its level too"
     },
     "reference": {
      "anyOf": [
       {
        "type": "string",
        "description": "Reference level of a factor"
       },
       {
        "type": "null"
       }
      ],
      "description": "Level compared with; null for a number"
     },
     "estimate": {
      "$ref": "#/$defs/Figure",
      "description": "Coefficient of the term"
     },
     "standardError": {
      "$ref": "#/$defs/Figure",
      "description": "Standard error of the coefficient"
     }
    },
    "required": [
     "term",
     "reference",
     "estimate",
     "standardError"
    ],
    "additionalProperties": false
   },
   "Model": {
    "type": "object",
    "properties": {
     "outcome": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Outcome id; null for the propensity score"
     },
     "model": {
      "type": "string",
      "description": "Family and ties, or link: cox-efron"
     },
     "terms": {
      "type": "array",
      "description": "Terms in order",
      "items": {
       "$ref": "#/$defs/Term"
      }
     },
     "notes": {
      "type": "array",
      "description": "What a reader must know of the fit",
      "items": {
       "type": "string"
      }
     },
     "concordance": {
      "type": "object",
      "description": "Share of comparable pairs of people in which the model puts first whose event came first; of hazard models",
      "properties": {
       "value": {
        "$ref": "#/$defs/Figure"
       },
       "standardError": {
        "$ref": "#/$defs/Figure"
       }
      },
      "required": [
       "value",
       "standardError"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "outcome",
     "model",
     "terms",
     "notes"
    ],
    "additionalProperties": false
   },
   "Reason": {
    "type": "object",
    "properties": {
     "rule": {
      "type": "string",
      "description": "Rule id"
     },
     "text": {
      "type": "string",
      "description": "The reason in words"
     },
     "drop": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "null"
       }
      ],
      "description": "Levels dropped; null where none"
     }
    },
    "required": [
     "rule",
     "text",
     "drop"
    ],
    "additionalProperties": false
   },
   "Raise": {
    "type": "object",
    "properties": {
     "to": {
      "type": "integer",
      "description": "Level it would reach"
     },
     "step": {
      "type": "string",
      "description": "What to do"
     },
     "rule": {
      "type": "string",
      "description": "Rule id"
     },
     "effort": {
      "enum": [
       "paperwork",
       "analysis",
       "data",
       "comparison",
       "allocation"
      ],
      "description": "What it takes, cheapest first: stating what is known, analysing again, obtaining data, another comparison group, another way of deciding who is treated"
     },
     "cost": {
      "anyOf": [
       {
        "$ref": "#/$defs/RaiseCost"
       },
       {
        "type": "null"
       }
      ],
      "description": "What it would cost, where a run knows; null or absent where it does not"
     }
    },
    "required": [
     "to",
     "step",
     "rule"
    ],
    "additionalProperties": false
   },
   "Grade": {
    "type": "object",
    "properties": {
     "scale": {
      "enum": [
       "wwclg",
       "original"
      ],
      "description": "Which of the two scales"
     },
     "edition": {
      "type": "string",
      "description": "Edition of the scale"
     },
     "comparison": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Id of the comparison; null for the whole study"
     },
     "estimates": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of the estimates graded"
     },
     "design": {
      "type": "string",
      "description": "Row of the decision table"
     },
     "base": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "null"
       }
      ],
      "description": "Level of the design before tests; null when not scoreable"
     },
     "level": {
      "anyOf": [
       {
        "type": "integer",
        "minimum": 1,
        "maximum": 5
       },
       {
        "type": "null"
       }
      ],
      "description": "Level, unassessed tests counted as failed; null when not scoreable"
     },
     "atMost": {
      "anyOf": [
       {
        "type": "integer",
        "minimum": 1,
        "maximum": 5
       },
       {
        "type": "null"
       }
      ],
      "description": "Level if every unassessed test were passed"
     },
     "reasons": {
      "type": "array",
      "description": "Why this level; the first explains most",
      "items": {
       "$ref": "#/$defs/Reason"
      }
     },
     "drops": {
      "type": "array",
      "description": "Tests failed",
      "items": {
       "$ref": "#/$defs/Reason"
      }
     },
     "caps": {
      "type": "array",
      "description": "Limits that apply",
      "items": {
       "$ref": "#/$defs/Reason"
      }
     },
     "raises": {
      "type": "array",
      "description": "What would raise the level, cheapest first",
      "items": {
       "$ref": "#/$defs/Raise"
      }
     },
     "notAssessed": {
      "type": "array",
      "description": "Tests nothing in the data or the plan decides",
      "items": {
       "$ref": "#/$defs/Reason"
      }
     },
     "caveats": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/Reason"
      },
      "description": "Desirable covariates missing and other matters that do not change the level"
     }
    },
    "required": [
     "scale",
     "edition",
     "comparison",
     "estimates",
     "design",
     "base",
     "level",
     "atMost",
     "reasons",
     "drops",
     "caps",
     "raises",
     "notAssessed",
     "caveats"
    ],
    "additionalProperties": false
   },
   "Sentence": {
    "type": "object",
    "properties": {
     "rule": {
      "type": "string",
      "description": "Id in the wording catalogue"
     },
     "slots": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Slot name to key of a result"
     },
     "words": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Slot name to literal words (labels from the plan)"
     },
     "text": {
      "anyOf": [
       {
        "type": "string",
        "description": "Rendered by the wording catalogue"
       },
       {
        "type": "null"
       }
      ],
      "description": "Rendered by the wording catalogue, after disclosure; null before"
     }
    },
    "required": [
     "rule",
     "slots",
     "words",
     "text"
    ],
    "additionalProperties": false
   },
   "Claim": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the claim"
     },
     "comparison": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Id of the comparison; null for none"
     },
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "estimate": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Id of the estimate that decides; null for none"
     },
     "verdict": {
      "enum": [
       "better",
       "worse",
       "no-clear-difference",
       "cannot-say"
      ],
      "description": "What the interval and the evidence allow"
     },
     "rules": {
      "type": "array",
      "description": "Ids of the rules applied",
      "items": {
       "type": "string"
      }
     },
     "causal": {
      "type": "boolean",
      "description": "Causal wording is allowed"
     },
     "can": {
      "type": "array",
      "description": "What may be said",
      "items": {
       "$ref": "#/$defs/Sentence"
      }
     },
     "cannot": {
      "type": "array",
      "description": "What may not be said, and why",
      "items": {
       "$ref": "#/$defs/Sentence"
      }
     },
     "caveats": {
      "type": "array",
      "description": "What must be said beside it",
      "items": {
       "$ref": "#/$defs/Sentence"
      }
     }
    },
    "required": [
     "id",
     "comparison",
     "outcome",
     "estimate",
     "verdict",
     "rules",
     "causal",
     "can",
     "cannot",
     "caveats"
    ],
    "additionalProperties": false
   },
   "Input": {
    "type": "object",
    "properties": {
     "file": {
      "type": "string",
      "description": "Relative to the study folder"
     },
     "sha256": {
      "type": "string",
      "description": "SHA-256 of the file"
     },
     "rows": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "null"
       }
      ],
      "description": "Rows of data; null where not counted"
     }
    },
    "required": [
     "file",
     "sha256",
     "rows"
    ],
    "additionalProperties": false
   },
   "Provenance": {
    "type": "object",
    "properties": {
     "inputs": {
      "type": "array",
      "description": "Files read",
      "items": {
       "$ref": "#/$defs/Input"
      }
     },
     "seed": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "null"
       }
      ],
      "description": "Seed used; null where nothing was random"
     },
     "version": {
      "type": "string",
      "description": "Version of Likewise"
     },
     "options": {
      "anyOf": [
       {
        "type": "string",
        "description": "SHA-256 of the options"
       },
       {
        "type": "null"
       }
      ],
      "description": "SHA-256 of the options"
     }
    },
    "required": [
     "inputs",
     "seed",
     "version",
     "options"
    ],
    "additionalProperties": false
   },
   "Precision": {
    "type": "object",
    "description": "What so many people could show, at 80 % power and the level of the interval",
    "properties": {
     "detectableDifference": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Smallest difference shown, on the measure’s own scale, positive"
     },
     "peopleNeeded": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Treated people for the present difference to be clear with this comparison group; null = not attainable"
     },
     "peopleForSmallestEffect": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Treated people with whom 80 % of such studies would find the smallest effect of interest, with as many comparison people for each as here; null = not attainable, or none declared"
     }
    },
    "required": [
     "detectableDifference",
     "peopleNeeded"
    ],
    "additionalProperties": false
   },
   "TargetTrialRow": {
    "type": "object",
    "description": "One element of a trial: what it would do, and what stands in for it",
    "properties": {
     "element": {
      "type": "string",
      "description": "Eligibility, strategies, assignment, time zero, follow-up, outcome, contrast or analysis"
     },
     "trial": {
      "type": "string",
      "description": "What the trial would do"
     },
     "emulation": {
      "type": "string",
      "description": "How observed people stand in for it"
     }
    },
    "required": [
     "element",
     "trial",
     "emulation"
    ],
    "additionalProperties": false
   },
   "TrialStrategyResult": {
    "type": "object",
    "description": "One strategy, and the people who stand for it",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the strategy in the plan"
     },
     "label": {
      "type": "string",
      "description": "What following it means"
     },
     "people": {
      "$ref": "#/$defs/Figure",
      "description": "People who could follow it at time zero; of the naive contrast, whose record ended up so"
     },
     "events": {
      "$ref": "#/$defs/Figure",
      "description": "Those of them seen to have the event by the horizon, while following it"
     },
     "left": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Those of them who left the strategy before the event and the end; null of the naive contrast, which counts nobody so"
     },
     "effectiveSampleSize": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of those who kept to it past the grace period, as many equally weighted people; null of the naive contrast"
     },
     "largestWeight": {
      "anyOf": [
       {
        "$ref": "#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Largest weight of a person; null of the naive contrast"
     },
     "risk": {
      "$ref": "#/$defs/Figure",
      "description": "Probability of the event by the horizon, 0 to 1"
     },
     "interval": {
      "$ref": "#/$defs/Interval",
      "description": "Interval of the risk"
     }
    },
    "required": [
     "id",
     "label",
     "people",
     "events",
     "left",
     "effectiveSampleSize",
     "largestWeight",
     "risk",
     "interval"
    ],
    "additionalProperties": false
   },
   "TrialEffect": {
    "type": "object",
    "description": "First strategy against second",
    "properties": {
     "estimate": {
      "$ref": "#/$defs/Figure",
      "description": "First strategy against second"
     },
     "standardError": {
      "$ref": "#/$defs/Figure",
      "description": "Of resampled people; of a ratio, of its logarithm"
     },
     "interval": {
      "$ref": "#/$defs/Interval",
      "description": "Interval of the effect"
     }
    },
    "required": [
     "estimate",
     "standardError",
     "interval"
    ],
    "additionalProperties": false
   },
   "TrialContrast": {
    "type": "object",
    "description": "The strategies compared in one way; never the answer of a comparison",
    "properties": {
     "id": {
      "type": "string",
      "description": "outcome:riskDifference:analysis"
     },
     "analysis": {
      "enum": [
       "clone-censor-weight",
       "naive"
      ],
      "description": "By strategies from time zero, or by what became of people, which the first replaces"
     },
     "label": {
      "type": "string",
      "description": "What is compared"
     },
     "strategies": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/TrialStrategyResult"
      },
      "minItems": 2,
      "maxItems": 2,
      "description": "First and second"
     },
     "riskDifference": {
      "$ref": "#/$defs/TrialEffect"
     },
     "riskRatio": {
      "anyOf": [
       {
        "$ref": "#/$defs/TrialEffect"
       },
       {
        "type": "null"
       }
      ],
      "description": "null where a risk is zero in the data or in many resamples"
     },
     "grades": {
      "type": "array",
      "description": "On both scales, by the rules for groups formed by behaviour after entry",
      "items": {
       "$ref": "#/$defs/Grade"
      }
     }
    },
    "required": [
     "id",
     "analysis",
     "label",
     "strategies",
     "riskDifference",
     "riskRatio",
     "grades"
    ],
    "additionalProperties": false
   },
   "TrialOutcome": {
    "type": "object",
    "description": "A target trial of one outcome",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "definition": {
      "type": "string",
      "description": "Definition id of the outcome"
     },
     "window": {
      "anyOf": [
       {
        "type": "string",
        "description": "Window id"
       },
       {
        "type": "null"
       }
      ],
      "description": "Window id; null where the outcome has none"
     },
     "rows": {
      "$ref": "#/$defs/Rows"
     },
     "graceDays": {
      "type": "number",
      "description": "Days in which a strategy is to be carried out"
     },
     "horizonDays": {
      "type": "number",
      "description": "Days at which risks are read"
     },
     "level": {
      "type": "number",
      "description": "Level of the intervals"
     },
     "replicates": {
      "type": "integer",
      "description": "Resamples of people behind the intervals"
     },
     "contrasts": {
      "type": "array",
      "description": "By strategies from time zero, then the naive contrast it replaces",
      "items": {
       "$ref": "#/$defs/TrialContrast"
      }
     }
    },
    "required": [
     "outcome",
     "definition",
     "window",
     "rows",
     "graceDays",
     "horizonDays",
     "level",
     "replicates",
     "contrasts"
    ],
    "additionalProperties": false
   },
   "TargetTrialResult": {
    "type": "object",
    "description": "Effect of completing, or of a number of sessions, as a trial of two strategies would show it; no verdict rests on it",
    "properties": {
     "people": {
      "type": "string",
      "description": "Who is in the trial, in words"
     },
     "table": {
      "type": "array",
      "description": "The trial and its emulation",
      "items": {
       "$ref": "#/$defs/TargetTrialRow"
      }
     },
     "outcomes": {
      "type": "array",
      "description": "Each outcome that has times",
      "items": {
       "$ref": "#/$defs/TrialOutcome"
      }
     },
     "assumptions": {
      "type": "array",
      "description": "What it rests on",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "people",
     "table",
     "outcomes",
     "assumptions"
    ],
    "additionalProperties": false
   },
   "RaiseCost": {
    "type": "object",
    "description": "What a step would cost",
    "properties": {
     "pounds": {
      "type": "number",
      "minimum": 0,
      "description": "Pounds of the price year"
     },
     "priceYear": {
      "type": "string",
      "description": "Price year"
     },
     "basis": {
      "type": "string",
      "description": "What the figure is made of, and where it comes from"
     }
    },
    "required": [
     "pounds",
     "priceYear",
     "basis"
    ],
    "additionalProperties": false
   },
   "DomainJudgement": {
    "type": "object",
    "description": "One domain of bias",
    "properties": {
     "id": {
      "enum": [
       "confounding",
       "selection",
       "classification",
       "deviations",
       "missing-data",
       "measurement",
       "reporting"
      ],
      "description": "Domain"
     },
     "judgement": {
      "enum": [
       "low",
       "moderate",
       "serious",
       "critical",
       "no-information"
      ],
      "description": "Risk of bias"
     },
     "because": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/Reason"
      },
      "description": "Facts and diagnostics it rests on"
     },
     "unknown": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/Reason"
      },
      "description": "What nobody has stated or assessed"
     }
    },
    "required": [
     "id",
     "judgement",
     "because",
     "unknown"
    ],
    "additionalProperties": false
   },
   "Appraisal": {
    "type": "object",
    "description": "Risk of bias by domain and precision, beside the level and never merged with it",
    "properties": {
     "tool": {
      "const": "ROBINS-I",
      "description": "The list of domains it is after; the judgements are ours"
     },
     "version": {
      "type": "string",
      "description": "Version of the list"
     },
     "estimates": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of the estimates appraised; empty where nobody was compared with anybody"
     },
     "domains": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/DomainJudgement"
      },
      "description": "All seven, in the order of the tool"
     },
     "overall": {
      "enum": [
       "low",
       "moderate",
       "serious",
       "critical",
       "no-information"
      ],
      "description": "The worst domain; no information where nothing is worse than moderate and a domain is not known"
     },
     "precision": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/PrecisionStatus"
      },
      "description": "One for each estimate that decides an outcome"
     }
    },
    "required": [
     "tool",
     "version",
     "estimates",
     "domains",
     "overall",
     "precision"
    ],
    "additionalProperties": false
   },
   "PrecisionStatus": {
    "type": "object",
    "description": "Whether so many people could show the smallest effect of interest; its numbers stand with the estimate",
    "properties": {
     "estimate": {
      "type": "string",
      "description": "Id of the estimate"
     },
     "power": {
      "enum": [
       "adequate",
       "low",
       "very-low",
       "not-known"
      ],
      "description": "The smallest difference 80 % of such studies would find: at most the smallest effect of interest, at most twice it, or larger"
     },
     "smallestEffect": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Smallest effect of interest, as the plan declares it"
     },
     "flags": {
      "type": "array",
      "items": {
       "enum": [
        "few-treated",
        "few-events"
       ]
      },
      "description": "Fewer than 30 treated people; fewer than 10 of them with the event"
     }
    },
    "required": [
     "estimate",
     "power",
     "smallestEffect",
     "flags"
    ],
    "additionalProperties": false
   },
   "Emmie": {
    "type": "object",
    "description": "The five dimensions of EMMIE for one study",
    "properties": {
     "notice": {
      "type": "string",
      "description": "Says that it is not a systematic review"
     },
     "dimensions": {
      "type": "array",
      "items": {
       "type": "object",
       "description": "One dimension",
       "properties": {
        "id": {
         "enum": [
          "effect",
          "mechanism",
          "moderators",
          "implementation",
          "economics"
         ],
         "description": "Dimension"
        },
        "status": {
         "enum": [
          "reported",
          "not-reported"
         ],
         "description": "Whether this study says anything on it"
        },
        "because": {
         "type": "array",
         "items": {
          "$ref": "#/$defs/Reason"
         },
         "description": "What it says, or what is missing"
        },
        "keys": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Keys of the results it quotes, by name of the part"
        }
       },
       "required": [
        "id",
        "status",
        "because",
        "keys"
       ],
       "additionalProperties": false
      },
      "description": "Effect, mechanism, moderators, implementation, economics"
     }
    },
    "required": [
     "notice",
     "dimensions"
    ],
    "additionalProperties": false
   }
  }
 },
 "costs": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/costs.schema.json",
  "title": "Spend",
  "description": "One item of spend: period, payer, category, in money or in kind, and a person where known",
  "type": "object",
  "properties": {
   "period_from": {
    "type": "string",
    "format": "date",
    "description": "First day paid for"
   },
   "period_to": {
    "type": "string",
    "format": "date",
    "description": "Last day paid for"
   },
   "payer": {
    "type": "string",
    "description": "Who paid",
    "x-likewise": "category"
   },
   "category": {
    "type": "string",
    "description": "What it was spent on",
    "x-likewise": "category"
   },
   "kind": {
    "enum": [
     "cash",
     "in-kind"
    ],
    "description": "Money spent, or the value of something given"
   },
   "amount_pounds": {
    "type": "number",
    "description": "Pounds, in prices of the period; negative for a refund"
   },
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   }
  },
  "required": [
   "payer",
   "amount_pounds"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [],
   "date": "period_to",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "period_from",
     "period_to"
    ]
   ],
   "mayLieAhead": [
    "period_from",
    "period_to"
   ],
   "spells": false
  }
 },
 "events": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/events.schema.json",
  "title": "Event",
  "description": "One offence or incident and the part one person played in it",
  "type": "object",
  "properties": {
   "event": {
    "type": "string",
    "description": "Crime or incident reference"
   },
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "event_date": {
    "type": "string",
    "format": "date",
    "description": "Day it happened; of a span, the first day"
   },
   "recorded_date": {
    "type": "string",
    "format": "date",
    "description": "Day it was recorded"
   },
   "code": {
    "type": "string",
    "description": "Home Office offence code, in any spelling",
    "x-likewise": "category"
   },
   "offence": {
    "type": "string",
    "description": "Offence in words; stays in private files",
    "x-likewise": "label"
   },
   "domestic": {
    "type": "boolean",
    "description": "Flagged as domestic abuse"
   },
   "crime": {
    "type": "boolean",
    "description": "A recorded crime; false for an incident that is not a crime"
   },
   "breach": {
    "type": "boolean",
    "description": "Nothing but the breach of an order or licence"
   },
   "proactive": {
    "type": "boolean",
    "description": "On record only because the programme or the police went looking, such as an arrest made to disrupt"
   },
   "role": {
    "enum": [
     "suspect",
     "offender",
     "victim"
    ],
    "description": "Part the person played"
   },
   "victim": {
    "type": "string",
    "description": "Id of the victim"
   },
   "disposal": {
    "type": "string",
    "description": "Outcome of the case",
    "x-likewise": "category",
    "examples": [
     "charge",
     "conviction",
     "caution",
     "community-resolution",
     "no-further-action"
    ]
   },
   "proven_date": {
    "type": "string",
    "format": "date",
    "description": "Day of the conviction, caution, reprimand or warning"
   },
   "gravity_factors": {
    "enum": [
     "none",
     "aggravating",
     "mitigating",
     "both"
    ],
    "description": "Factors that move the gravity of a disposal scale by one step; both leave it where it is"
   }
  },
  "required": [
   "person",
   "event_date"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "event"
   ],
   "date": "event_date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "event_date",
     "recorded_date"
    ],
    [
     "event_date",
     "proven_date"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "evidence_map": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/evidence_map.schema.json",
  "title": "Evidence map",
  "description": "What is known about the parts of a programme: statements a study supplies, each with its source, its strength, the people it is about and what was found",
  "type": "object",
  "properties": {
   "version": {
    "const": 1,
    "description": "Version of this format"
   },
   "populations": {
    "type": "array",
    "minItems": 1,
    "description": "Groups of people: those the programme works with, and others that evidence is about",
    "items": {
     "type": "object",
     "description": "One group",
     "properties": {
      "id": {
       "type": "string",
       "description": "Id of the group",
       "pattern": "^[a-z0-9][a-z0-9.-]*$"
      },
      "label": {
       "type": "string",
       "description": "The group as pages call it",
       "minLength": 1
      },
      "served": {
       "type": "boolean",
       "description": "The programme works with them; true unless said"
      }
     },
     "required": [
      "id",
      "label"
     ],
     "additionalProperties": false
    }
   },
   "statements": {
    "type": "array",
    "description": "What is known, one source a statement",
    "items": {
     "type": "object",
     "description": "One statement",
     "properties": {
      "id": {
       "type": "string",
       "description": "Id of the statement",
       "pattern": "^[a-z0-9][a-z0-9.-]*$"
      },
      "about": {
       "type": "array",
       "description": "Ids of the parts of the programme it is about: of programme.components, activities of the theory of change, workstreams or components of sessions",
       "items": {
        "type": "string",
        "minLength": 1
       },
       "minItems": 1
      },
      "populations": {
       "type": "array",
       "description": "Ids of the groups of people studied",
       "items": {
        "type": "string",
        "minLength": 1
       },
       "minItems": 1
      },
      "finding": {
       "type": "string",
       "description": "What was found, in the words of the study",
       "minLength": 1
      },
      "direction": {
       "enum": [
        "helps",
        "harms",
        "no-difference",
        "mixed"
       ],
       "description": "What the finding says of the part: that it helps, harms, makes no difference, or some of each"
      },
      "strength": {
       "enum": [
        "strong",
        "moderate",
        "weak"
       ],
       "description": "How strong the evidence is, as the source or the study grades it"
      },
      "gradedBy": {
       "type": "string",
       "description": "Who graded its strength, and on which scale",
       "minLength": 1
      },
      "source": {
       "type": "string",
       "description": "Where it is published",
       "minLength": 1
      }
     },
     "required": [
      "id",
      "about",
      "populations",
      "finding",
      "direction",
      "strength",
      "gradedBy",
      "source"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "version",
   "populations",
   "statements"
  ],
  "additionalProperties": false
 },
 "extracts": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/extracts.schema.json",
  "title": "Extract received",
  "description": "One extract received from one system, and the dates it covers",
  "type": "object",
  "properties": {
   "source": {
    "type": "string",
    "description": "System it came from",
    "x-likewise": "category"
   },
   "received": {
    "type": "string",
    "format": "date",
    "description": "Day it was received"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day it covers"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day it covers"
   }
  },
  "required": [
   "source",
   "received"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "received",
   "references": {},
   "dateOrder": [
    [
     "from",
     "to"
    ],
    [
     "to",
     "received"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "fidelity": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/fidelity.schema.json",
  "title": "Fidelity rating",
  "description": "One rating of how far delivery kept to one standard",
  "type": "object",
  "properties": {
   "worker": {
    "type": "string",
    "description": "Worker id"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of the rating"
   },
   "standard": {
    "type": "string",
    "description": "Standard rated against",
    "x-likewise": "category"
   },
   "rating": {
    "type": "number",
    "description": "Rating, in the unit of the standard"
   }
  },
  "required": [
   "standard",
   "rating"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "harms": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/harms.schema.json",
  "title": "Serious or adverse event",
  "description": "One serious or adverse event",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day it happened"
   },
   "kind": {
    "type": "string",
    "description": "Kind of event",
    "x-likewise": "category"
   },
   "during_programme": {
    "type": "boolean",
    "description": "It happened during the programme"
   }
  },
  "required": [
   "person",
   "date",
   "kind"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "hearings": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/hearings.schema.json",
  "title": "Hearing",
  "description": "One conference or panel at which a person was discussed",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "kind": {
    "enum": [
     "marac",
     "matac",
     "panel"
    ],
    "description": "Kind of hearing"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of the hearing"
   },
   "repeat": {
    "type": "boolean",
    "description": "A repeat, by the definition named"
   },
   "repeat_definition": {
    "type": "string",
    "description": "Id of the definition of repeat; different definitions never merge",
    "x-likewise": "category"
   }
  },
  "required": [
   "person",
   "kind",
   "date"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "interviews": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/interviews.schema.json",
  "title": "Interview",
  "description": "One interview and what may be published of it; the words themselves stay with the interviewer",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of the interview"
   },
   "role": {
    "type": "string",
    "description": "Role of the person interviewed",
    "x-likewise": "category"
   },
   "theme": {
    "type": "string",
    "description": "Theme",
    "x-likewise": "category"
   },
   "consent": {
    "type": "boolean",
    "description": "Consent to publish was given"
   },
   "cleared_by": {
    "type": "string",
    "description": "Who cleared it for publication",
    "x-likewise": "label"
   },
   "cleared_on": {
    "type": "string",
    "format": "date",
    "description": "Day it was cleared"
   }
  },
  "required": [
   "date",
   "role"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {},
   "dateOrder": [
    [
     "date",
     "cleared_on"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "links": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/links.schema.json",
  "title": "Link",
  "description": "Who is linked to whom (victim-survivor, family) and to which worker, with offers of support and what became of them",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "linked_person": {
    "type": "string",
    "description": "Id of the other person; of a link to a worker, the worker"
   },
   "kind": {
    "enum": [
     "dyad",
     "family",
     "worker"
    ],
    "description": "Kind of link: a perpetrator and a victim-survivor, members of one family, a person and a worker"
   },
   "relationship": {
    "type": "string",
    "description": "What the linked person is to the person",
    "x-likewise": "category",
    "examples": [
     "partner",
     "ex-partner",
     "parent",
     "child"
    ]
   },
   "family": {
    "type": "string",
    "description": "Family id"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day of the link"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day of the link; blank while it lasts"
   },
   "offer_date": {
    "type": "string",
    "format": "date",
    "description": "Day support was offered to the linked person"
   },
   "accepted": {
    "type": "boolean",
    "description": "The linked person accepted support"
   },
   "accept_date": {
    "type": "string",
    "format": "date",
    "description": "Day support was accepted"
   },
   "contact_status": {
    "type": "string",
    "description": "Whether the linked person could be contacted",
    "x-likewise": "category",
    "examples": [
     "in-contact",
     "not-reached",
     "unsafe-to-contact",
     "declined-contact"
    ]
   },
   "worker_type": {
    "type": "string",
    "description": "Who gives the support",
    "x-likewise": "category",
    "examples": [
     "idva",
     "family-worker",
     "children-worker"
    ]
   }
  },
  "required": [
   "person",
   "linked_person",
   "kind"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "linked_person",
    "kind"
   ],
   "date": "from",
   "references": {
    "person": "people.person",
    "linked_person": "people.person"
   },
   "dateOrder": [
    [
     "from",
     "to"
    ],
    [
     "offer_date",
     "accept_date"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "measure_definition": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/measure_definition.schema.json",
  "title": "Definition of a measure",
  "description": "How an instrument is scored and read: items, codes, missing rule, bands, published change, licence, sources. It holds no text of items",
  "type": "object",
  "properties": {
   "format": {
    "const": "measure-definition/1",
    "description": "Version of this format"
   },
   "id": {
    "type": "string",
    "description": "Id, as data and plans name it",
    "pattern": "^[a-z0-9][a-z0-9-]*$"
   },
   "version": {
    "type": "string",
    "description": "Version of the definition; raised when scoring changes",
    "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$"
   },
   "title": {
    "type": "string",
    "minLength": 1
   },
   "abbreviation": {
    "type": "string",
    "minLength": 1
   },
   "construct": {
    "type": "string",
    "description": "What it measures",
    "minLength": 1
   },
   "kind": {
    "enum": [
     "outcome",
     "screen",
     "readiness",
     "goal",
     "satisfaction",
     "risk-checklist",
     "indicator-set",
     "reported"
    ],
    "description": "What it may be used for: no change is worked out of a risk checklist, a satisfaction scale or an indicator set"
   },
   "respondent": {
    "type": "array",
    "description": "Who answers",
    "items": {
     "enum": [
      "self",
      "partner",
      "parent",
      "teacher",
      "practitioner"
     ]
    }
   },
   "recall": {
    "type": "string",
    "description": "The time asked about"
   },
   "direction": {
    "$ref": "#/$defs/MeasureDirection"
   },
   "items": {
    "$ref": "#/$defs/MeasureItems"
   },
   "missingCodes": {
    "type": "array",
    "description": "Codes that mean no answer",
    "items": {
     "type": "number"
    }
   },
   "scores": {
    "type": "array",
    "description": "In the order they are worked out; none for an indicator set",
    "items": {
     "$ref": "#/$defs/MeasureScore"
    }
   },
   "indicators": {
    "type": "array",
    "description": "Of an indicator set",
    "items": {
     "$ref": "#/$defs/MeasureIndicator"
    }
   },
   "rules": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/MeasureRule"
    }
   },
   "licence": {
    "$ref": "#/$defs/MeasureLicence"
   },
   "citation": {
    "type": "array",
    "description": "How to cite it",
    "items": {
     "type": "string"
    }
   },
   "sources": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "id": {
       "type": "string"
      },
      "title": {
       "type": "string",
       "minLength": 1
      },
      "url": {
       "type": "string"
      }
     },
     "required": [
      "id",
      "title",
      "url"
     ],
     "additionalProperties": false
    }
   },
   "verified": {
    "type": "boolean",
    "description": "Whether the scoring itself was seen in a source"
   },
   "unverified": {
    "type": "array",
    "description": "Facts that were not",
    "items": {
     "type": "string"
    }
   },
   "noComposite": {
    "type": "object",
    "description": "Why there is no total",
    "properties": {
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "additionalProperties": false
   },
   "bandMapping": {
    "type": "object",
    "description": "How labels of bands are published",
    "properties": {
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "additionalProperties": false
   },
   "checks": {
    "type": "array",
    "description": "Worked cases",
    "items": {
     "$ref": "#/$defs/MeasureCheck"
    }
   }
  },
  "required": [
   "format",
   "id",
   "version",
   "title",
   "abbreviation",
   "construct",
   "kind",
   "respondent",
   "recall",
   "direction",
   "items",
   "scores",
   "licence",
   "citation",
   "sources",
   "verified",
   "unverified",
   "checks"
  ],
  "additionalProperties": false,
  "$defs": {
   "MeasureDirection": {
    "enum": [
     "higher-worse",
     "higher-better",
     "mixed"
    ],
    "description": "What a higher score means"
   },
   "MeasureItems": {
    "type": "object",
    "description": "The items: numbers and codes, never their text",
    "properties": {
     "count": {
      "type": "integer",
      "description": "Number of items; 0 for a score worked out elsewhere",
      "minimum": 0
     },
     "pattern": {
      "type": "string",
      "description": "Column names, with {n} for the item number",
      "minLength": 1
     },
     "names": {
      "type": "object",
      "description": "Names of items by number, where they are facts and not the text of the instrument",
      "additionalProperties": {
       "type": "string"
      }
     },
     "responses": {
      "type": "array",
      "description": "Codes allowed, by item",
      "items": {
       "type": "object",
       "properties": {
        "items": {
         "anyOf": [
          {
           "enum": [
            "all"
           ]
          },
          {
           "type": "array",
           "description": "Item numbers, from 1",
           "items": {
            "type": "integer",
            "minimum": 1
           }
          }
         ]
        },
        "values": {
         "type": "array",
         "description": "Codes allowed, whole numbers",
         "items": {
          "type": "integer"
         }
        },
        "coding": {
         "type": "string",
         "description": "What the codes stand for"
        }
       },
       "required": [
        "items",
        "values"
       ],
       "additionalProperties": false
      }
     },
     "map": {
      "type": "array",
      "description": "Codes that stand for other values; applied before reversing",
      "items": {
       "type": "object",
       "properties": {
        "items": {
         "type": "array",
         "description": "Item numbers, from 1",
         "items": {
          "type": "integer",
          "minimum": 1
         }
        },
        "from": {
         "type": "array",
         "description": "Codes as answered",
         "items": {
          "type": "number"
         }
        },
        "to": {
         "type": "array",
         "description": "Values they stand for, same length",
         "items": {
          "type": "number"
         }
        }
       },
       "required": [
        "items",
        "from",
        "to"
       ],
       "additionalProperties": false
      }
     },
     "reverse": {
      "type": "array",
      "description": "Items read as smallest + largest - value",
      "items": {
       "type": "integer",
       "minimum": 1
      }
     },
     "reverseNote": {
      "type": "string",
      "description": "How data may be coded otherwise"
     },
     "skips": {
      "type": "array",
      "description": "Items that need no answer after certain answers; only blanks are filled",
      "items": {
       "type": "object",
       "properties": {
        "when": {
         "anyOf": [
          {
           "type": "object",
           "properties": {
            "sum": {
             "type": "object",
             "properties": {
              "items": {
               "type": "array",
               "description": "Item numbers, from 1",
               "items": {
                "type": "integer",
                "minimum": 1
               }
              },
              "equals": {
               "type": "number",
               "description": "Sum of those items"
              }
             },
             "required": [
              "items",
              "equals"
             ],
             "additionalProperties": false
            }
           },
           "required": [
            "sum"
           ],
           "additionalProperties": false
          },
          {
           "type": "object",
           "description": "Answers by column name",
           "additionalProperties": {
            "type": "number"
           }
          }
         ]
        },
        "fill": {
         "type": "object",
         "properties": {
          "items": {
           "type": "array",
           "description": "Item numbers, from 1",
           "items": {
            "type": "integer",
            "minimum": 1
           }
          },
          "value": {
           "type": "number",
           "description": "Code filled in"
          }
         },
         "required": [
          "items",
          "value"
         ],
         "additionalProperties": false
        },
        "src": {
         "type": "array",
         "description": "Ids of sources it was seen in",
         "items": {
          "type": "string"
         }
        },
        "verified": {
         "type": "boolean",
         "description": "Whether it was seen in a source; shown as unverified otherwise"
        },
        "note": {
         "type": "string",
         "description": "What a reader must know"
        }
       },
       "required": [
        "when",
        "fill"
       ],
       "additionalProperties": false
      }
     },
     "flags": {
      "type": "array",
      "description": "Answers that need a person today, whatever the score",
      "items": {
       "type": "object",
       "properties": {
        "item": {
         "type": "integer",
         "description": "Item number",
         "minimum": 1
        },
        "when": {
         "type": "object",
         "properties": {
          "gte": {
           "type": "number",
           "description": "This code or higher"
          }
         },
         "required": [
          "gte"
         ],
         "additionalProperties": false
        },
        "code": {
         "type": "string",
         "description": "Id of the alert",
         "pattern": "^[a-z0-9][a-z0-9-]*$"
        },
        "note": {
         "type": "string",
         "description": "What to do"
        }
       },
       "required": [
        "item",
        "when",
        "code"
       ],
       "additionalProperties": false
      }
     },
     "optional": {
      "type": "array",
      "description": "Items that may be blank",
      "items": {
       "type": "integer",
       "minimum": 1
      }
     },
     "order": {
      "type": "object",
      "description": "Orders of items that circulate",
      "properties": {
       "id": {
        "type": "string",
        "description": "Order of items this definition scores"
       },
       "variants": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "id": {
           "type": "string",
           "description": "Another order in use"
          },
          "reverse": {
           "type": "array",
           "description": "Items reversed in that order",
           "items": {
            "type": "integer",
            "minimum": 1
           }
          },
          "src": {
           "type": "array",
           "description": "Ids of sources it was seen in",
           "items": {
            "type": "string"
           }
          },
          "verified": {
           "type": "boolean",
           "description": "Whether it was seen in a source; shown as unverified otherwise"
          },
          "note": {
           "type": "string",
           "description": "What a reader must know"
          }
         },
         "required": [
          "id",
          "reverse"
         ],
         "additionalProperties": false
        }
       },
       "note": {
        "type": "string"
       }
      },
      "required": [
       "id",
       "variants"
      ],
      "additionalProperties": false
     },
     "unscored": {
      "type": "array",
      "description": "Questions of the form that no score uses",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string"
        },
        "note": {
         "type": "string"
        }
       },
       "required": [
        "id"
       ],
       "additionalProperties": false
      }
     },
     "note": {
      "type": "string"
     }
    },
    "required": [
     "count",
     "pattern",
     "responses",
     "reverse"
    ],
    "additionalProperties": false
   },
   "MeasureBandSet": {
    "type": "object",
    "description": "Named ranges of a score",
    "properties": {
     "set": {
      "type": "string",
      "description": "Id of the set",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "population": {
      "type": "string",
      "description": "Whom it holds for"
     },
     "ranges": {
      "type": "array",
      "description": "From the lowest, without gaps",
      "items": {
       "type": "object",
       "properties": {
        "label": {
         "type": "string",
         "minLength": 1
        },
        "from": {
         "type": "number",
         "description": "Lowest score"
        },
        "to": {
         "type": "number",
         "description": "Highest score"
        }
       },
       "required": [
        "label",
        "from",
        "to"
       ],
       "additionalProperties": false
      }
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "set",
     "ranges"
    ],
    "additionalProperties": false
   },
   "MeasureCutOff": {
    "type": "object",
    "description": "A published cut-off",
    "properties": {
     "id": {
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "op": {
      "enum": [
       ">=",
       ">",
       "<=",
       "<"
      ],
      "description": "How a score stands to the value to count"
     },
     "value": {
      "type": "number",
      "description": "Points"
     },
     "population": {
      "type": "string",
      "description": "Whom it holds for"
     },
     "use": {
      "type": "string",
      "description": "What for"
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "id",
     "op",
     "value"
    ],
    "additionalProperties": false
   },
   "MeasureChange": {
    "type": "object",
    "description": "A published amount of change",
    "properties": {
     "kind": {
      "enum": [
       "reliable",
       "mid"
      ],
      "description": "Change beyond measurement error; smallest change that matters"
     },
     "points": {
      "type": "number",
      "description": "Points of change, this or more",
      "exclusiveMinimum": 0
     },
     "upTo": {
      "type": "number",
      "description": "Upper end where a range is published"
     },
     "confidence": {
      "type": "number",
      "description": "Level of the interval it rests on",
      "exclusiveMinimum": 0,
      "exclusiveMaximum": 1
     },
     "population": {
      "type": "string"
     },
     "use": {
      "type": "string"
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "kind",
     "points"
    ],
    "additionalProperties": false
   },
   "MeasureReliability": {
    "type": "object",
    "description": "A published reliability with its type",
    "properties": {
     "type": {
      "enum": [
       "alpha",
       "omega",
       "test-retest",
       "test-retest-icc"
      ],
      "description": "What it was estimated from"
     },
     "value": {
      "type": "number",
      "minimum": 0,
      "maximum": 1
     },
     "upTo": {
      "type": "number",
      "description": "Upper end where a range is published",
      "maximum": 1
     },
     "population": {
      "type": "string"
     },
     "interval": {
      "type": "string",
      "description": "Time between the two answers"
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "type",
     "value"
    ],
    "additionalProperties": false
   },
   "MeasureNorm": {
    "type": "object",
    "description": "Mean and spread of a population",
    "properties": {
     "population": {
      "type": "string",
      "description": "Who"
     },
     "n": {
      "type": "integer",
      "description": "People",
      "minimum": 1
     },
     "mean": {
      "type": "number",
      "description": "Points"
     },
     "sd": {
      "type": "number",
      "description": "Standard deviation, points",
      "exclusiveMinimum": 0
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "population",
     "mean"
    ],
    "additionalProperties": false
   },
   "MeasureScore": {
    "type": "object",
    "description": "One score of an instrument",
    "properties": {
     "id": {
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "title": {
      "type": "string"
     },
     "direction": {
      "$ref": "#/$defs/MeasureDirection"
     },
     "primary": {
      "type": "boolean",
      "description": "The one change is worked out for, where a measure has several"
     },
     "range": {
      "type": "array",
      "description": "Lowest and highest score",
      "minItems": 2,
      "maxItems": 2,
      "items": {
       "type": "number"
      }
     },
     "items": {
      "anyOf": [
       {
        "enum": [
         "all"
        ]
       },
       {
        "type": "array",
        "description": "Item numbers, from 1",
        "items": {
         "type": "integer",
         "minimum": 1
        }
       }
      ]
     },
     "scores": {
      "type": "object",
      "description": "Weights of scores listed before",
      "additionalProperties": {
       "type": "number"
      }
     },
     "method": {
      "enum": [
       "sum",
       "mean",
       "count",
       "linear",
       "max"
      ],
      "description": "linear: weighted sum of scores listed before; max: the highest"
     },
     "countIf": {
      "type": "object",
      "properties": {
       "gte": {
        "type": "number",
        "description": "Counts items at this value or higher"
       }
      },
      "required": [
       "gte"
      ],
      "additionalProperties": false
     },
     "transform": {
      "type": "array",
      "description": "Applied in order after adding up",
      "items": {
       "type": "object",
       "properties": {
        "multiply": {
         "type": "number"
        },
        "add": {
         "type": "number"
        },
        "lookup": {
         "type": "object",
         "properties": {
          "start": {
           "type": "number",
           "description": "Score of the first value"
          },
          "step": {
           "type": "number",
           "exclusiveMinimum": 0
          },
          "values": {
           "type": "array",
           "items": {
            "type": "number"
           }
          }
         },
         "required": [
          "start",
          "step",
          "values"
         ],
         "additionalProperties": false
        },
        "src": {
         "type": "array",
         "description": "Ids of sources it was seen in",
         "items": {
          "type": "string"
         }
        },
        "verified": {
         "type": "boolean",
         "description": "Whether it was seen in a source; shown as unverified otherwise"
        },
        "note": {
         "type": "string",
         "description": "What a reader must know"
        }
       },
       "additionalProperties": false
      }
     },
     "missing": {
      "type": "object",
      "properties": {
       "rule": {
        "enum": [
         "none",
         "prorate",
         "min-answered"
        ],
        "description": "none: every item needed. prorate: up to maxMissing items stand at the mean of the rest. min-answered: at least min items"
       },
       "maxMissing": {
        "type": "integer",
        "description": "Items that may be missing",
        "minimum": 0
       },
       "min": {
        "type": "integer",
        "description": "Items that must be answered",
        "minimum": 1
       },
       "rounding": {
        "enum": [
         "none",
         "half-up"
        ],
        "description": "Of a prorated score"
       },
       "src": {
        "type": "array",
        "description": "Ids of sources it was seen in",
        "items": {
         "type": "string"
        }
       },
       "verified": {
        "type": "boolean",
        "description": "Whether it was seen in a source; shown as unverified otherwise"
       },
       "note": {
        "type": "string",
        "description": "What a reader must know"
       },
       "alternatives": {
        "type": "array",
        "description": "Other rules in use; not applied",
        "items": {
         "type": "object",
         "properties": {
          "rule": {
           "type": "string"
          },
          "maxMissing": {
           "type": "integer"
          },
          "verified": {
           "type": "boolean"
          }
         },
         "required": [
          "rule"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [
       "rule"
      ],
      "additionalProperties": false
     },
     "bands": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/MeasureBandSet"
      }
     },
     "cutoffs": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/MeasureCutOff"
      }
     },
     "change": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/MeasureChange"
      }
     },
     "reliability": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/MeasureReliability"
      }
     },
     "norms": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/MeasureNorm"
      }
     }
    },
    "required": [
     "id",
     "range",
     "method",
     "missing"
    ],
    "additionalProperties": false
   },
   "MeasureRule": {
    "type": "object",
    "description": "A screening rule on items; no diagnosis",
    "properties": {
     "id": {
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "all": {
      "type": "array",
      "description": "Conditions that must all hold",
      "items": {
       "type": "object",
       "properties": {
        "count": {
         "type": "object",
         "properties": {
          "items": {
           "type": "array",
           "description": "Item numbers, from 1",
           "items": {
            "type": "integer",
            "minimum": 1
           }
          },
          "gte": {
           "type": "number",
           "description": "An item counts at this value or higher"
          },
          "except": {
           "type": "object",
           "description": "Other limits, by item number",
           "additionalProperties": {
            "type": "object",
            "properties": {
             "gte": {
              "type": "number"
             }
            },
            "required": [
             "gte"
            ],
            "additionalProperties": false
           }
          }
         },
         "required": [
          "items",
          "gte"
         ],
         "additionalProperties": false
        },
        "atLeast": {
         "type": "integer",
         "description": "Items that must count",
         "minimum": 1
        }
       },
       "required": [
        "count",
        "atLeast"
       ],
       "additionalProperties": false
      }
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "id",
     "all"
    ],
    "additionalProperties": false
   },
   "MeasureIndicator": {
    "type": "object",
    "description": "One indicator of a set: the share of people in whom it is present",
    "properties": {
     "id": {
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "items": {
      "type": "array",
      "description": "Item numbers, from 1",
      "items": {
       "type": "integer",
       "minimum": 1
      }
     },
     "gte": {
      "type": "number",
      "description": "Present at this code or higher"
     },
     "title": {
      "type": "string",
      "description": "What it is about, in words of the plan"
     },
     "direction": {
      "$ref": "#/$defs/MeasureDirection"
     }
    },
    "required": [
     "id",
     "items",
     "gte"
    ],
    "additionalProperties": false
   },
   "MeasureLicence": {
    "type": "object",
    "description": "Who holds the instrument, and on what terms it may be used",
    "properties": {
     "class": {
      "enum": [
       "public-domain",
       "free-attribution",
       "free-noncommercial",
       "registration-required",
       "licence-required",
       "proprietary",
       "unknown"
      ],
      "description": "What a user may do"
     },
     "holder": {
      "type": "string",
      "minLength": 1
     },
     "name": {
      "type": "string",
      "description": "Name of the licence"
     },
     "itemTextShipped": {
      "const": false,
      "description": "The text of items is never in a definition"
     },
     "conditions": {
      "type": "array",
      "description": "Terms a user must keep",
      "items": {
       "type": "string"
      }
     },
     "scoringBasis": {
      "type": "string",
      "description": "Why the scoring may be written down"
     },
     "src": {
      "type": "array",
      "description": "Ids of sources it was seen in",
      "items": {
       "type": "string"
      }
     },
     "verified": {
      "type": "boolean",
      "description": "Whether it was seen in a source; shown as unverified otherwise"
     },
     "note": {
      "type": "string",
      "description": "What a reader must know"
     }
    },
    "required": [
     "class",
     "holder",
     "itemTextShipped"
    ],
    "additionalProperties": false
   },
   "MeasureCheck": {
    "type": "object",
    "description": "A worked case every scorer must reproduce",
    "properties": {
     "note": {
      "type": "string"
     },
     "fill": {
      "type": "number",
      "description": "Answer to every item that answers does not name"
     },
     "answers": {
      "type": "object",
      "additionalProperties": {
       "type": "number"
      }
     },
     "omit": {
      "type": "array",
      "description": "Columns left blank",
      "items": {
       "type": "string"
      }
     },
     "expect": {
      "type": "object",
      "description": "Scores by id; null where there must be none",
      "additionalProperties": {
       "type": [
        "number",
        "null"
       ]
      }
     },
     "band": {
      "type": "object",
      "description": "Label of the first band set, by score id",
      "additionalProperties": {
       "type": "string"
      }
     },
     "rules": {
      "type": "object",
      "additionalProperties": {
       "type": "boolean"
      }
     }
    },
    "required": [
     "expect"
    ],
    "additionalProperties": false
   }
  }
 },
 "measures": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/measures.schema.json",
  "title": "Answer to an instrument",
  "description": "One answer to one item of an instrument at one time point, or a total score",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "measure": {
    "type": "string",
    "description": "Instrument id",
    "x-likewise": "category"
   },
   "wave": {
    "type": "string",
    "description": "Time point",
    "x-likewise": "category",
    "examples": [
     "intake",
     "review",
     "exit",
     "follow-up"
    ]
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day it was answered"
   },
   "item": {
    "type": "string",
    "description": "Item id; blank for a total score",
    "x-likewise": "category"
   },
   "reporter": {
    "enum": [
     "victim-survivor",
     "perpetrator",
     "worker",
     "child"
    ],
    "description": "Who answered; accounts of different reporters are never merged"
   },
   "response": {
    "type": [
     "number",
     "string"
    ],
    "description": "Answer, a number or a code of the instrument",
    "x-likewise": "label"
   }
  },
  "required": [
   "person",
   "measure",
   "wave"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [
    "person",
    "measure",
    "wave",
    "item",
    "reporter"
   ],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "needs": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/needs.schema.json",
  "title": "Need",
  "description": "One need of a person on one pathway, and what became of it",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "pathway": {
    "type": "string",
    "description": "Pathway of the need",
    "x-likewise": "category",
    "examples": [
     "housing",
     "employment",
     "benefits-and-finance",
     "mental-health",
     "alcohol",
     "drugs",
     "parenting",
     "physical-health",
     "immigration"
    ]
   },
   "wave": {
    "type": "string",
    "description": "Time point",
    "x-likewise": "category",
    "examples": [
     "intake",
     "review",
     "exit"
    ]
   },
   "identified_date": {
    "type": "string",
    "format": "date",
    "description": "Day the need was identified"
   },
   "status": {
    "enum": [
     "need",
     "referred",
     "accepted",
     "waiting",
     "refused-capacity",
     "refused-threshold",
     "met"
    ],
    "description": "What became of it"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of this status"
   }
  },
  "required": [
   "person",
   "pathway",
   "status"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "identified_date",
     "date"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "orders": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/orders.schema.json",
  "title": "Order or custody spell",
  "description": "One spell of custody, recall or an order: time not at risk, or at risk under conditions",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "kind": {
    "enum": [
     "custody",
     "recall",
     "remand",
     "protective-order",
     "licence"
    ],
    "description": "Kind of spell"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day; blank while it lasts"
   }
  },
  "required": [
   "person",
   "kind",
   "from"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [],
   "date": "from",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "from",
     "to"
    ]
   ],
   "mayLieAhead": [
    "to"
   ],
   "spells": true
  }
 },
 "outcomes": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/outcomes.schema.json",
  "title": "Outcome worked out elsewhere",
  "description": "One outcome of one person that arrives worked out: value, time with its unit, censored or not",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "outcome": {
    "type": "string",
    "description": "Outcome id of the plan",
    "x-likewise": "category"
   },
   "value": {
    "type": [
     "number",
     "string",
     "boolean"
    ],
    "description": "Value: yes or no, a count or a score, as the plan declares the outcome",
    "x-likewise": "label"
   },
   "time": {
    "type": "number",
    "description": "Time to the event, or to the end of observation",
    "minimum": 0
   },
   "time_unit": {
    "enum": [
     "day",
     "week",
     "month",
     "year"
    ],
    "description": "Unit of the time"
   },
   "censored": {
    "type": "boolean",
    "description": "Observation ended before the event"
   }
  },
  "required": [
   "person",
   "outcome",
   "value"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "outcome"
   ],
   "date": null,
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "people": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/people.schema.json",
  "title": "Person",
  "description": "One person, with their role in the case and what was known at the index date; the plan may map further covariates",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "role": {
    "enum": [
     "perpetrator",
     "adult-victim-survivor",
     "child"
    ],
    "description": "Role in the case"
   },
   "arm": {
    "type": "string",
    "description": "Arm of the study, where people carry it and no selection log says it",
    "x-likewise": "category",
    "examples": [
     "programme",
     "comparison"
    ]
   },
   "birth_year": {
    "type": "integer",
    "description": "Year of birth",
    "minimum": 1900,
    "maximum": 2030
   },
   "age": {
    "type": "number",
    "description": "Age in years at the index date",
    "minimum": 0,
    "maximum": 120
   },
   "sex": {
    "type": "string",
    "description": "Sex, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category",
    "examples": [
     "female",
     "male",
     "unknown",
     "prefer-not-to-say"
    ]
   },
   "ethnicity": {
    "type": "string",
    "description": "Ethnic group, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "disability": {
    "type": "string",
    "description": "Disability, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category",
    "examples": [
     "yes",
     "no",
     "unknown",
     "prefer-not-to-say"
    ]
   },
   "religion": {
    "type": "string",
    "description": "Religion or belief, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "sexual_orientation": {
    "type": "string",
    "description": "Sexual orientation, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "gender_reassignment": {
    "type": "string",
    "description": "Gender reassignment, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "marital_status": {
    "type": "string",
    "description": "Marriage or civil partnership, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "pregnancy": {
    "type": "string",
    "description": "Pregnancy or maternity, as recorded; unknown and prefer not to say are kept apart",
    "x-likewise": "category"
   },
   "language": {
    "type": "string",
    "description": "Main language, as recorded",
    "x-likewise": "category"
   },
   "area": {
    "type": "string",
    "description": "Area of residence: a ward or larger, never a postcode",
    "x-likewise": "category"
   },
   "risk_level": {
    "type": "string",
    "description": "Risk level at the index date, as recorded",
    "x-likewise": "category",
    "examples": [
     "standard",
     "medium",
     "high"
    ]
   },
   "risk_tool": {
    "type": "string",
    "description": "Tool and version the risk level comes from",
    "x-likewise": "category"
   },
   "index_date": {
    "type": "string",
    "format": "date",
    "description": "Day follow-up starts, where people carry it; the same rule in both arms"
   },
   "cluster": {
    "type": "string",
    "description": "Site, or other unit people were assigned by",
    "x-likewise": "category"
   }
  },
  "required": [
   "person"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person"
   ],
   "date": null,
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "phases": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/phases.schema.json",
  "title": "Phase",
  "description": "One spell of a person in one phase, strand or list of the work; spells of several may overlap",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "kind": {
    "enum": [
     "phase",
     "strand",
     "list"
    ],
    "description": "Phases follow each other, strands run side by side, lists are what a person is put on and taken off"
   },
   "work": {
    "type": "string",
    "description": "Which phase, strand or list",
    "x-likewise": "category",
    "examples": [
     "crisis",
     "recovery",
     "support",
     "disruption",
     "behaviour-change",
     "integrated-offender-management"
    ]
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day; blank while it lasts"
   },
   "reason": {
    "type": "string",
    "description": "Why it ended",
    "x-likewise": "category"
   }
  },
  "required": [
   "person",
   "kind",
   "work",
   "from"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "from",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "from",
     "to"
    ]
   ],
   "mayLieAhead": [
    "to"
   ],
   "spells": false
  }
 },
 "plan_items": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/plan_items.schema.json",
  "title": "Item of a person’s plan",
  "description": "One item of the plan made with or for a person",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "item": {
    "type": "string",
    "description": "What is to be done",
    "x-likewise": "category"
   },
   "set": {
    "type": "string",
    "format": "date",
    "description": "Day it was set"
   },
   "done": {
    "type": "string",
    "format": "date",
    "description": "Day it was done; blank while it is not"
   }
  },
  "required": [
   "person",
   "item"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "set",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "set",
     "done"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "population": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/population.schema.json",
  "title": "Population of an area",
  "description": "People living in one area in one year, in all or in one group",
  "type": "object",
  "properties": {
   "area": {
    "type": "string",
    "description": "Area",
    "x-likewise": "category"
   },
   "year": {
    "type": "integer",
    "description": "Year of the estimate"
   },
   "group": {
    "type": "string",
    "description": "Group counted, as field:level, such as ethnicity:asian; blank for everyone",
    "x-likewise": "category"
   },
   "people": {
    "type": "integer",
    "description": "People",
    "minimum": 0
   }
  },
  "required": [
   "area",
   "year",
   "people"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [
    "area",
    "year",
    "group"
   ],
   "date": null,
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "referrals": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/referrals.schema.json",
  "title": "Referral",
  "description": "One referral of a person to the programme, and how it ended",
  "type": "object",
  "properties": {
   "referral": {
    "type": "string",
    "description": "Referral id"
   },
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "referral_date": {
    "type": "string",
    "format": "date",
    "description": "Day of the referral"
   },
   "source": {
    "type": "string",
    "description": "Who referred",
    "x-likewise": "category",
    "examples": [
     "self",
     "partner",
     "family-or-friend",
     "police",
     "probation",
     "social-care",
     "cafcass",
     "health",
     "marac",
     "matac",
     "panel",
     "court",
     "other"
    ]
   },
   "provider": {
    "type": "string",
    "description": "Service the person was referred to, under whichever name it then had; the plan says which names are one",
    "x-likewise": "category"
   },
   "area": {
    "type": "string",
    "description": "Area the referral belongs to: a ward or larger, never a postcode",
    "x-likewise": "category"
   },
   "mandated": {
    "enum": [
     "voluntary",
     "court-expectation",
     "criminal-order",
     "unknown"
    ],
    "description": "Whether attendance is required"
   },
   "prior_offence": {
    "enum": [
     "yes",
     "no",
     "unknown"
    ],
    "description": "Known offence before the referral; some services take people who have broken no law"
   },
   "strand": {
    "type": "string",
    "description": "Strand of the work planned",
    "x-likewise": "category",
    "examples": [
     "support",
     "disruption",
     "behaviour-change",
     "advocacy"
    ]
   },
   "mode": {
    "type": "string",
    "description": "How the work is to be delivered",
    "x-likewise": "category",
    "examples": [
     "group",
     "one-to-one",
     "mixed"
    ]
   },
   "mode_reason": {
    "type": "string",
    "description": "Why it is delivered so",
    "x-likewise": "category",
    "examples": [
     "standard",
     "no-group-near",
     "interpreter",
     "same-sex-relationship",
     "risk",
     "other"
    ]
   },
   "fee_charged": {
    "type": "boolean",
    "description": "The person pays a fee"
   },
   "dash_score": {
    "type": "number",
    "description": "DASH score at the referral",
    "minimum": 0
   },
   "ppit_score": {
    "type": "number",
    "description": "Priority perpetrator identification score at the referral",
    "minimum": 0
   },
   "rfg_score": {
    "type": "number",
    "description": "Recency, frequency and gravity score at the referral",
    "minimum": 0
   },
   "scored_on": {
    "type": "string",
    "format": "date",
    "description": "Day the scores describe"
   },
   "eligible": {
    "type": "boolean",
    "description": "Met the criteria of the service"
   },
   "reason_not_eligible": {
    "type": "string",
    "description": "Why not",
    "x-likewise": "category",
    "examples": [
     "out-of-area",
     "denial",
     "risk-too-high",
     "current-proceedings",
     "language",
     "substance-use",
     "mental-health",
     "no-contact",
     "capacity",
     "other"
    ]
   },
   "acknowledges": {
    "enum": [
     "yes",
     "no",
     "partly"
    ],
    "description": "Suitability: acknowledges the abuse"
   },
   "takes_responsibility": {
    "enum": [
     "yes",
     "no",
     "partly"
    ],
    "description": "Suitability: takes responsibility"
   },
   "motivated": {
    "enum": [
     "yes",
     "no",
     "partly"
    ],
    "description": "Suitability: is motivated to change"
   },
   "closed_date": {
    "type": "string",
    "format": "date",
    "description": "Day the case was closed; blank while it is open"
   },
   "closure_reason": {
    "type": "string",
    "description": "Why it was closed",
    "x-likewise": "category",
    "examples": [
     "completed",
     "planned-end",
     "disengaged",
     "removed-for-risk",
     "removed-for-conduct",
     "custody",
     "moved",
     "died",
     "not-contactable",
     "capacity",
     "other"
    ]
   },
   "followup_due": {
    "type": "string",
    "format": "date",
    "description": "Day the follow-up is due"
   },
   "followup_status": {
    "type": "string",
    "description": "What became of the follow-up",
    "x-likewise": "category",
    "examples": [
     "done",
     "refused",
     "not-reached",
     "not-due"
    ]
   }
  },
  "required": [
   "person",
   "referral_date"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "referral"
   ],
   "date": "referral_date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "referral_date",
     "closed_date"
    ]
   ],
   "mayLieAhead": [
    "followup_due"
   ],
   "spells": false
  }
 },
 "requests": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/requests.schema.json",
  "title": "Information request",
  "description": "One request for information to an agency, and its reply",
  "type": "object",
  "properties": {
   "request": {
    "type": "string",
    "description": "Request id"
   },
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name; the person it is about"
   },
   "partner": {
    "type": "string",
    "description": "Agency asked",
    "x-likewise": "category",
    "examples": [
     "police",
     "probation",
     "social-care",
     "health",
     "housing"
    ]
   },
   "kind": {
    "type": "string",
    "description": "Kind of request",
    "x-likewise": "category"
   },
   "sent": {
    "type": "string",
    "format": "date",
    "description": "Day it was sent"
   },
   "replied": {
    "type": "string",
    "format": "date",
    "description": "Day of the reply; blank while there is none"
   },
   "outcome": {
    "type": "string",
    "description": "What the reply was",
    "x-likewise": "category"
   }
  },
  "required": [
   "kind",
   "sent"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [
    "request"
   ],
   "date": "sent",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "sent",
     "replied"
    ]
   ],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "results": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/results.schema.json",
  "title": "Results",
  "description": "Every number a study publishes; with edition working, the exact numbers",
  "type": "object",
  "properties": {
   "kind": {
    "const": "likewise/results"
   },
   "version": {
    "const": 1,
    "description": "Version of the form of results"
   },
   "edition": {
    "enum": [
     "working",
     "published"
    ],
    "description": "Working: exact and private. Published: after disclosure"
   },
   "study": {
    "$ref": "#/$defs/StudySummary"
   },
   "options": {
    "type": "object",
    "description": "Every option used",
    "additionalProperties": true
   },
   "accounts": {
    "type": "array",
    "description": "What became of every row, stage by stage",
    "items": {
     "$ref": "#/$defs/Account"
    }
   },
   "funnel": {
    "type": "array",
    "description": "The pathway, step by step",
    "items": {
     "$ref": "#/$defs/FunnelStep"
    }
   },
   "analysisSets": {
    "type": "array",
    "description": "Who is analysed, arm by arm",
    "items": {
     "$ref": "#/$defs/AnalysisSet"
    }
   },
   "coverage": {
    "type": "array",
    "description": "Who was looked for, found and observed, outcome by outcome",
    "items": {
     "$ref": "#/$defs/Coverage"
    }
   },
   "blocks": {
    "type": "array",
    "description": "Half-years around the index date",
    "items": {
     "$ref": "#/$defs/Block"
    }
   },
   "safety": {
    "type": "array",
    "description": "Are those at risk safer: what is measured and what is not",
    "items": {
     "$ref": "#/$defs/SafetyItem"
    }
   },
   "measures": {
    "type": "array",
    "description": "Instruments as they were scored; their numbers of people stand in tables",
    "items": {
     "$ref": "#/$defs/MeasureResult"
    }
   },
   "comparisons": {
    "type": "array",
    "description": "Effects",
    "items": {
     "$ref": "comparison.schema.json"
    }
   },
   "economics": {
    "anyOf": [
     {
      "$ref": "#/$defs/EconomicsResult"
     },
     {
      "type": "null"
     }
    ],
    "description": "Costs and benefits; null without"
   },
   "services": {
    "anyOf": [
     {
      "type": "object",
      "additionalProperties": true
     },
     {
      "type": "null"
     }
    ],
    "description": "Provision; null without"
   },
   "evidence": {
    "type": "array",
    "description": "Grades of the study",
    "items": {
     "$ref": "comparison.schema.json#/$defs/Grade"
    }
   },
   "claims": {
    "type": "array",
    "description": "What may and may not be said",
    "items": {
     "$ref": "comparison.schema.json#/$defs/Claim"
    }
   },
   "refusals": {
    "type": "array",
    "description": "What was refused, why, and what would unlock it",
    "items": {
     "$ref": "comparison.schema.json#/$defs/Refusal"
    }
   },
   "tables": {
    "type": "array",
    "description": "Tables, in the shape disclosure control needs",
    "items": {
     "$ref": "#/$defs/Table"
    }
   },
   "warnings": {
    "type": "array",
    "description": "What tables cannot be read without, by code; the pages word it",
    "items": {
     "type": "object",
     "properties": {
      "code": {
       "type": "string",
       "description": "Code of the warning"
      },
      "tables": {
       "type": "array",
       "description": "Ids of the tables it stands beside",
       "items": {
        "type": "string"
       }
      },
      "about": {
       "type": "string",
       "description": "Stage the tables are about"
      }
     },
     "required": [
      "code",
      "tables",
      "about"
     ],
     "additionalProperties": false
    }
   },
   "guards": {
    "type": "array",
    "description": "Ways in which these results could mislead, found by guards",
    "items": {
     "$ref": "#/$defs/GuardFinding"
    }
   },
   "decisions": {
    "type": "array",
    "description": "What in these results speaks for each thing a commissioner may do; read after disclosure",
    "items": {
     "$ref": "#/$defs/DecisionReading"
    }
   },
   "frozen": {
    "anyOf": [
     {
      "$ref": "#/$defs/FrozenPlan"
     },
     {
      "type": "null"
     }
    ],
    "description": "The plan as it was frozen, and every departure from it; null when no plan was frozen"
   },
   "interim": {
    "anyOf": [
     {
      "$ref": "#/$defs/Interim"
     },
     {
      "type": "null"
     }
    ],
    "description": "Which of several planned looks at the results this is, and what that does to the limits; null with one look"
   },
   "theory": {
    "anyOf": [
     {
      "$ref": "#/$defs/Theory"
     },
     {
      "type": "null"
     }
    ],
    "description": "How the programme is meant to work, and what each part shows; null without"
   },
   "disclosure": {
    "anyOf": [
     {
      "type": "object",
      "properties": {
       "profile": {
        "type": "string",
        "description": "Rules of suppression"
       },
       "threshold": {
        "type": "integer",
        "description": "Smallest count shown"
       },
       "withheldPrimary": {
        "type": "integer",
        "description": "Numbers withheld for themselves"
       },
       "withheldSecondary": {
        "type": "integer",
        "description": "Numbers withheld to protect others"
       },
       "notes": {
        "type": "array",
        "description": "What a reader must know",
        "items": {
         "type": "string"
        }
       }
      },
      "required": [
       "profile",
       "threshold",
       "withheldPrimary",
       "withheldSecondary",
       "notes"
      ],
      "additionalProperties": false
     },
     {
      "type": "null"
     }
    ],
    "description": "What disclosure control did; null in the working edition"
   },
   "provenance": {
    "$ref": "comparison.schema.json#/$defs/Provenance"
   },
   "alignment": {
    "anyOf": [
     {
      "$ref": "#/$defs/Alignment"
     },
     {
      "type": "null"
     }
    ],
    "description": "Parts of the programme against the evidence the study supplies; null without"
   },
   "rates": {
    "anyOf": [
     {
      "$ref": "#/$defs/RatesFound"
     },
     {
      "type": "null"
     }
    ],
    "description": "Published rates and which of them may stand beside one another; null without"
   },
   "readings": {
    "type": "array",
    "description": "How a change in use of services reads in the declared direction, uncontrolled",
    "items": {
     "$ref": "#/$defs/Reading"
    }
   }
  },
  "required": [
   "kind",
   "version",
   "edition",
   "study",
   "options",
   "accounts",
   "funnel",
   "analysisSets",
   "coverage",
   "blocks",
   "safety",
   "measures",
   "comparisons",
   "economics",
   "services",
   "evidence",
   "claims",
   "refusals",
   "tables",
   "disclosure",
   "provenance"
  ],
  "additionalProperties": false,
  "$defs": {
   "ReasonCount": {
    "type": "object",
    "properties": {
     "code": {
      "type": "string",
      "description": "Reason code"
     },
     "rows": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "How many rows, or people, for this reason"
     }
    },
    "required": [
     "code",
     "rows"
    ],
    "additionalProperties": false
   },
   "Account": {
    "type": "object",
    "description": "rowsIn = rowsUsed + rowsRejected",
    "properties": {
     "stage": {
      "type": "string",
      "description": "ingest, cohort, outcome …"
     },
     "table": {
      "type": "string",
      "description": "Table"
     },
     "file": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "File; null where not about one file"
     },
     "rowsIn": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Rows that came in"
     },
     "rowsUsed": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Rows used"
     },
     "rowsRejected": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Rows rejected"
     },
     "reasons": {
      "type": "array",
      "description": "Rows rejected, by reason",
      "items": {
       "$ref": "#/$defs/ReasonCount"
      }
     },
     "notes": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/ReasonCount"
      },
      "description": "Reported but not rejected"
     }
    },
    "required": [
     "stage",
     "table",
     "file",
     "rowsIn",
     "rowsUsed",
     "rowsRejected",
     "reasons",
     "notes"
    ],
    "additionalProperties": false
   },
   "FunnelStep": {
    "type": "object",
    "properties": {
     "step": {
      "type": "string",
      "description": "Stage"
     },
     "label": {
      "type": "string",
      "description": "Stage as pages call it"
     },
     "count": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People who reached this step"
     },
     "open": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People whose case is still open at this step"
     },
     "shareOfPrevious": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of those who reached the step before"
     },
     "shareOfReferrals": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of those referred"
     },
     "interval": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Interval"
       },
       {
        "type": "null"
       }
      ],
      "description": "Wilson interval of shareOfReferrals"
     },
     "medianDays": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Days from the step before, median"
     },
     "leaving": {
      "type": "array",
      "description": "Who left here, by reason",
      "items": {
       "$ref": "#/$defs/ReasonCount"
      }
     },
     "denominators": {
      "type": "object",
      "description": "People still open are left out of both",
      "properties": {
       "previous": {
        "anyOf": [
         {
          "$ref": "comparison.schema.json#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "People the first share is of"
       },
       "referrals": {
        "anyOf": [
         {
          "$ref": "comparison.schema.json#/$defs/Figure"
         },
         {
          "type": "null"
         }
        ],
        "description": "People the second share is of"
       }
      },
      "required": [
       "previous",
       "referrals"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "step",
     "label",
     "count",
     "open",
     "shareOfPrevious",
     "shareOfReferrals",
     "interval",
     "medianDays",
     "leaving",
     "denominators"
    ],
    "additionalProperties": false
   },
   "AnalysisSet": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the set"
     },
     "arm": {
      "type": "string",
      "description": "Arm"
     },
     "people": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People of the arm in this analysis set"
     },
     "why": {
      "type": "string",
      "description": "Who is in it, and why"
     }
    },
    "required": [
     "id",
     "arm",
     "people",
     "why"
    ],
    "additionalProperties": false
   },
   "Coverage": {
    "type": "object",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "arm": {
      "enum": [
       "treated",
       "comparison"
      ],
      "description": "Arm"
     },
     "people": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People of the arm"
     },
     "searchedAndFound": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People looked for in the source, and found"
     },
     "observedToEnd": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People observed to the end of the window"
     },
     "missing": {
      "type": "array",
      "description": "People whose outcome is missing, by reason",
      "items": {
       "$ref": "#/$defs/ReasonCount"
      }
     }
    },
    "required": [
     "outcome",
     "arm",
     "people",
     "searchedAndFound",
     "observedToEnd",
     "missing"
    ],
    "additionalProperties": false
   },
   "Block": {
    "type": "object",
    "properties": {
     "block": {
      "type": "integer",
      "description": "…, -1 the half-year before, 1 the half-year after"
     },
     "window": {
      "type": "string",
      "description": "Window id"
     },
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "group": {
      "type": "string",
      "description": "treated, or comparison: the people the headline estimate sets beside them"
     },
     "atRisk": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "People observed over the whole half-year"
     },
     "withEvent": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Of those, people with an event"
     },
     "share": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People with an event, of those at risk"
     },
     "interval": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Interval"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the share"
     },
     "ratePerYear": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Events a person-year"
     },
     "personYears": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Time at risk"
     },
     "events": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Events in the block: the numerator of ratePerYear, whose denominator is personYears"
     },
     "allTimeYears": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Person-years before time not at liberty is taken out"
     }
    },
    "required": [
     "block",
     "window",
     "outcome",
     "group",
     "atRisk",
     "withEvent",
     "share",
     "interval",
     "ratePerYear",
     "personYears",
     "events",
     "allTimeYears"
    ],
    "additionalProperties": false
   },
   "SafetyItem": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the item"
     },
     "question": {
      "type": "string",
      "description": "Id of the question it answers"
     },
     "who": {
      "enum": [
       "victim-survivors",
       "children",
       "perpetrators"
      ],
      "description": "Whom it is about"
     },
     "reporter": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Whose account it is; null for none"
     },
     "status": {
      "enum": [
       "measured",
       "not-measured"
      ],
      "description": "Not measured is a result too"
     },
     "uncontrolled": {
      "type": "boolean",
      "description": "No comparison group: a description, not an effect"
     },
     "numerator": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People for whom it holds"
     },
     "denominator": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People it was asked of"
     },
     "value": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Share"
     },
     "interval": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Interval"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the share"
     },
     "window": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Window or wave; null for none"
     },
     "definition": {
      "type": "string",
      "description": "Definition id"
     },
     "before": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "numerator": {
          "$ref": "comparison.schema.json#/$defs/Figure"
         },
         "denominator": {
          "$ref": "comparison.schema.json#/$defs/Figure"
         },
         "value": {
          "anyOf": [
           {
            "$ref": "comparison.schema.json#/$defs/Figure"
           },
           {
            "type": "null"
           }
          ],
          "description": "Share at the start"
         },
         "interval": {
          "anyOf": [
           {
            "$ref": "comparison.schema.json#/$defs/Interval"
           },
           {
            "type": "null"
           }
          ],
          "description": "Of the share at the start"
         },
         "without": {
          "$ref": "comparison.schema.json#/$defs/Figure",
          "description": "Of the same people, those it did not hold of at the start; published editions alone have it, and only where so few are left that it must be withheld: the number it held of is then all but fewer than the threshold"
         }
        },
        "required": [
         "numerator",
         "denominator",
         "value",
         "interval"
        ],
        "additionalProperties": false
       },
       {
        "type": "null"
       }
      ],
      "description": "The same at the start, for the same people; null for none"
     },
     "unknown": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People of whom it is not known"
     },
     "bounds": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Interval"
       },
       {
        "type": "null"
       }
      ],
      "description": "Share of everybody it should be known of, if it held of nobody, and if it held of everybody, of whom it is not known; null where nothing is unknown or the item has none"
     }
    },
    "required": [
     "id",
     "question",
     "who",
     "reporter",
     "status",
     "uncontrolled",
     "numerator",
     "denominator",
     "value",
     "interval",
     "window",
     "definition",
     "before",
     "unknown"
    ],
    "additionalProperties": false
   },
   "Dimension": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the dimension"
     },
     "label": {
      "type": "string",
      "description": "The dimension as pages call it"
     },
     "levels": {
      "type": "array",
      "description": "Levels in order",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id of the level"
        },
        "label": {
         "type": "string",
         "description": "The level as pages call it"
        }
       },
       "required": [
        "id",
        "label"
       ],
       "additionalProperties": false
      }
     },
     "total": {
      "anyOf": [
       {
        "type": "string",
        "description": "Id of the level that totals the others"
       },
       {
        "type": "null"
       }
      ],
      "description": "Id of the level that is the total; null without"
     },
     "overall": {
      "type": "string",
      "description": "Id of the level that stands for all others without being their sum: abuse of any kind. Where details cannot be protected, disclosure control publishes this level alone"
     },
     "cumulative": {
      "type": "boolean",
      "description": "Levels lie within one another, in order: steps of a pathway, within so many days. The people between two neighbours can be had by subtraction"
     },
     "coarsen": {
      "enum": [
       "sum",
       "last"
      ],
      "description": "Levels are months (yyyy-mm) that disclosure control may merge into quarters and years: counts of parts add up (sum), those of a stock are the last month’s (last)"
     }
    },
    "required": [
     "id",
     "label",
     "levels",
     "total"
    ],
    "additionalProperties": false
   },
   "Cell": {
    "type": "object",
    "properties": {
     "at": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Dimension id to level id"
     },
     "numerator": {
      "$ref": "comparison.schema.json#/$defs/Figure",
      "description": "Count, or top of the share"
     },
     "denominator": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "People or time it is out of; null for a plain count"
     },
     "value": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Figure"
       },
       {
        "type": "null"
       }
      ],
      "description": "Share, mean or rate"
     },
     "interval": {
      "anyOf": [
       {
        "$ref": "comparison.schema.json#/$defs/Interval"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the value"
     },
     "of": {
      "type": "object",
      "properties": {
       "numerator": {
        "type": "string",
        "description": "Who the numerator counts"
       },
       "denominator": {
        "type": "string",
        "description": "Who the denominator counts"
       },
       "value": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Further counts the value is worked out from, by name: it is withheld with any of them"
       }
      },
      "required": [],
      "additionalProperties": false,
      "description": "Who is counted: counts under one name are the same people, in every table and every other part of the results. Names are made by countName"
     },
     "asked": {
      "$ref": "#/$defs/Asked"
     }
    },
    "required": [
     "at",
     "numerator",
     "denominator",
     "value",
     "interval"
    ],
    "additionalProperties": false
   },
   "MeasureResult": {
    "type": "object",
    "description": "One score of one instrument by one reporter: how it was scored, what change is told by, and where its numbers stand",
    "properties": {
     "id": {
      "type": "string",
      "description": "Entry of the plan, with the score where the instrument has several"
     },
     "measure": {
      "type": "object",
      "description": "Definition it was scored by",
      "properties": {
       "id": {
        "type": "string",
        "description": "Id of the measure"
       },
       "version": {
        "type": "string",
        "description": "Version of the definition"
       },
       "title": {
        "type": "string",
        "description": "Name of the instrument"
       },
       "abbreviation": {
        "type": "string",
        "description": "Short name"
       },
       "kind": {
        "type": "string",
        "description": "What it may be used for"
       }
      },
      "required": [
       "id",
       "version",
       "title",
       "abbreviation",
       "kind"
      ],
      "additionalProperties": false
     },
     "score": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Id of the score; null of a set of indicators, which has none"
     },
     "items": {
      "type": "integer",
      "description": "Items the score is made of"
     },
     "reporter": {
      "type": "string",
      "description": "Who answers"
     },
     "better": {
      "anyOf": [
       {
        "enum": [
         "higher",
         "lower"
        ]
       },
       {
        "type": "null"
       }
      ],
      "description": "Which direction is better; null where neither is"
     },
     "range": {
      "anyOf": [
       {
        "type": "array",
        "items": {
         "type": "number"
        }
       },
       {
        "type": "null"
       }
      ],
      "description": "Lowest and highest score"
     },
     "waves": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Time points in order"
     },
     "level": {
      "type": "number",
      "description": "Level of the intervals"
     },
     "error": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "points": {
          "type": "number",
          "description": "Change of so many points is reliable: from it on where published, beyond it otherwise"
         },
         "basis": {
          "enum": [
           "published",
           "reliability"
          ],
          "description": "A published amount of change, or a reliability with a spread"
         },
         "reliability": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ],
          "description": "Of the score; null where published points are used"
         },
         "sd": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ],
          "description": "Spread that goes with it, points"
         },
         "source": {
          "type": "string",
          "description": "Where it is from"
         }
        },
        "required": [
         "points",
         "basis",
         "reliability",
         "sd",
         "source"
        ],
        "additionalProperties": false
       },
       {
        "type": "null"
       }
      ],
      "description": "What tells change from error of measurement; null where nothing does"
     },
     "cutOff": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "value": {
          "type": "number",
          "description": "Points"
         },
         "clinical": {
          "enum": [
           ">=",
           ">",
           "<=",
           "<"
          ],
          "description": "Scores that stand so to the value are clinical"
         },
         "basis": {
          "enum": [
           "a",
           "b",
           "c",
           "published"
          ],
          "description": "Cut-off of Jacobson and Truax, or the published one"
         }
        },
        "required": [
         "value",
         "clinical",
         "basis"
        ],
        "additionalProperties": false
       },
       {
        "type": "null"
       }
      ],
      "description": "Where the clinical range ends; null where that is not known"
     },
     "bins": {
      "type": "array",
      "description": "Ranges of the score by which first and later scores are shown together: nobody's own pair of scores is",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Level of the table"
        },
        "from": {
         "type": "number",
         "description": "Lowest score, points"
        },
        "to": {
         "type": "number",
         "description": "Highest score, points"
        }
       },
       "required": [
        "id",
        "from",
        "to"
       ],
       "additionalProperties": false
      }
     },
     "licence": {
      "type": "string",
      "description": "Terms of the instrument and whose it is"
     },
     "unverified": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Facts of the definition nobody saw in a source"
     },
     "tables": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of its tables"
     },
     "refusals": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of what could not be said of it"
     }
    },
    "required": [
     "id",
     "measure",
     "score",
     "items",
     "reporter",
     "better",
     "range",
     "waves",
     "level",
     "error",
     "cutOff",
     "bins",
     "licence",
     "unverified",
     "tables",
     "refusals"
    ],
    "additionalProperties": false
   },
   "EconomicAmount": {
    "type": "object",
    "description": "An amount with its interval",
    "properties": {
     "estimate": {
      "type": "number",
      "description": "At the best values, pounds or units"
     },
     "interval": {
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 2,
      "maxItems": 2,
      "description": "Middle share of the draws"
     }
    },
    "required": [
     "estimate",
     "interval"
    ],
    "additionalProperties": false
   },
   "EconomicRatio": {
    "type": "object",
    "description": "A ratio of best values, never a mean of ratios",
    "properties": {
     "estimate": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the best values; null where nothing was paid"
     },
     "interval": {
      "type": "array",
      "items": {
       "anyOf": [
        {
         "type": "number"
        },
        {
         "type": "null"
        }
       ]
      },
      "minItems": 2,
      "maxItems": 2,
      "description": "Of the draws; null where the denominator reaches 0"
     }
    },
    "required": [
     "estimate",
     "interval"
    ],
    "additionalProperties": false
   },
   "EconomicShare": {
    "type": "object",
    "description": "What one body pays and gains, present value",
    "properties": {
     "agency": {
      "type": "string",
      "description": "Who"
     },
     "pays": {
      "type": "number",
      "description": "Pounds it pays, in cash and in kind"
     },
     "paysCash": {
      "type": "number",
      "description": "Of it in cash"
     },
     "gains": {
      "type": "number",
      "description": "Pounds its budget gains"
     },
     "cashable": {
      "type": "number",
      "description": "Of it what could leave the budget"
     },
     "net": {
      "type": "number",
      "description": "Gains less pays"
     },
     "ratio": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Gains over pays; null where it pays nothing"
     },
     "fairShare": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "What it would pay if each paid as it gains; null where nobody gains"
     },
     "gap": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "That less what it pays"
     },
     "gainsInterval": {
      "type": "array",
      "description": "Of what it gains",
      "items": {
       "type": "number"
      },
      "minItems": 2,
      "maxItems": 2
     },
     "netInterval": {
      "type": "array",
      "description": "Of gains less what it pays",
      "items": {
       "type": "number"
      },
      "minItems": 2,
      "maxItems": 2
     }
    },
    "required": [
     "agency",
     "pays",
     "paysCash",
     "gains",
     "cashable",
     "net",
     "ratio",
     "fairShare",
     "gap"
    ],
    "additionalProperties": false
   },
   "EconomicSuccess": {
    "type": "object",
    "description": "What one more success costs against doing without",
    "properties": {
     "label": {
      "type": "string",
      "description": "One success, in words"
     },
     "successes": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "More than there would have been"
     },
     "pounds": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "For each; null where the quadrant says all"
     },
     "interval": {
      "type": "array",
      "items": {
       "anyOf": [
        {
         "type": "number"
        },
        {
         "type": "null"
        }
       ]
      },
      "minItems": 2,
      "maxItems": 2,
      "description": "Of the pounds; null where successes may be none"
     },
     "quadrant": {
      "enum": [
       "dearer, more successes",
       "dearer, fewer successes",
       "cheaper, more successes",
       "cheaper, fewer successes"
      ],
      "description": "Where cost and effect stand"
     },
     "shares": {
      "type": "object",
      "description": "Of draws by quadrant",
      "properties": {
       "dearer, more successes": {
        "type": "number",
        "description": "Share of draws"
       },
       "dearer, fewer successes": {
        "type": "number",
        "description": "Share of draws"
       },
       "cheaper, more successes": {
        "type": "number",
        "description": "Share of draws"
       },
       "cheaper, fewer successes": {
        "type": "number",
        "description": "Share of draws"
       }
      },
      "required": [
       "dearer, more successes",
       "dearer, fewer successes",
       "cheaper, more successes",
       "cheaper, fewer successes"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "label",
     "successes",
     "pounds",
     "interval",
     "quadrant",
     "shares"
    ],
    "additionalProperties": false
   },
   "EconomicResult": {
    "type": "object",
    "description": "A cost-benefit result; pounds in prices of priceYear, present value; draws are not published",
    "properties": {
     "priceYear": {
      "type": "string",
      "description": "Prices throughout"
     },
     "years": {
      "type": "integer",
      "description": "Years appraised"
     },
     "schedule": {
      "type": "string",
      "description": "Discount schedule"
     },
     "draws": {
      "type": "integer",
      "description": "Of everything uncertain"
     },
     "seed": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "string"
       }
      ],
      "description": "Of the draws"
     },
     "level": {
      "type": "number",
      "description": "Of the intervals"
     },
     "cost": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Present value"
     },
     "costPer": {
      "type": "object",
      "description": "Pounds for each person",
      "properties": {
       "referral": {
        "anyOf": [
         {
          "type": "number"
         },
         {
          "type": "null"
         }
        ],
        "description": "Cost over people; none of it is caused"
       },
       "start": {
        "anyOf": [
         {
          "type": "number"
         },
         {
          "type": "null"
         }
        ],
        "description": "Cost over people; none of it is caused"
       },
       "completer": {
        "anyOf": [
         {
          "type": "number"
         },
         {
          "type": "null"
         }
        ],
        "description": "Cost over people; none of it is caused"
       }
      },
      "required": [
       "referral",
       "start",
       "completer"
      ],
      "additionalProperties": false
     },
     "benefit": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Present value"
     },
     "byKind": {
      "type": "object",
      "description": "Whose gain; cashable is a part of fiscal",
      "properties": {
       "fiscal": {
        "$ref": "#/$defs/EconomicAmount",
        "description": "Present value"
       },
       "economic": {
        "$ref": "#/$defs/EconomicAmount",
        "description": "Present value"
       },
       "social": {
        "$ref": "#/$defs/EconomicAmount",
        "description": "Present value"
       },
       "cashable": {
        "$ref": "#/$defs/EconomicAmount",
        "description": "Present value"
       }
      },
      "required": [
       "fiscal",
       "economic",
       "social",
       "cashable"
      ],
      "additionalProperties": false
     },
     "netPresentSocialValue": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Benefit less cost"
     },
     "netBudgetImpact": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Cost less what public budgets gain"
     },
     "benefitCostRatio": {
      "$ref": "#/$defs/EconomicRatio",
      "description": "Benefit over cost"
     },
     "fiscalReturn": {
      "$ref": "#/$defs/EconomicRatio",
      "description": "What budgets gain over cost"
     },
     "cashableReturn": {
      "$ref": "#/$defs/EconomicRatio",
      "description": "What could leave budgets over cost"
     },
     "probabilityPositive": {
      "type": "number",
      "description": "Share of draws in which gains exceed costs"
     },
     "meanNet": {
      "type": "number",
      "description": "Mean of the draws"
     },
     "monteCarloError": {
      "type": "number",
      "description": "Standard error of that mean, from the number of draws"
     },
     "paybackYears": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Until budgets gained what was paid; null within the years appraised"
     },
     "paybackInterval": {
      "type": "array",
      "description": "Of those years; null where a limit lies beyond the years appraised",
      "items": {
       "anyOf": [
        {
         "type": "number"
        },
        {
         "type": "null"
        }
       ]
      },
      "minItems": 2,
      "maxItems": 2
     },
     "agencies": {
      "type": "object",
      "description": "Who pays and who gains",
      "properties": {
       "rows": {
        "type": "array",
        "items": {
         "$ref": "#/$defs/EconomicShare"
        },
        "description": "By body"
       },
       "total": {
        "type": "object",
        "description": "Of all",
        "properties": {
         "pays": {
          "type": "number",
          "description": "Pounds it pays, in cash and in kind"
         },
         "paysCash": {
          "type": "number",
          "description": "Of it in cash"
         },
         "gains": {
          "type": "number",
          "description": "Pounds its budget gains"
         },
         "cashable": {
          "type": "number",
          "description": "Of it what could leave the budget"
         },
         "net": {
          "type": "number",
          "description": "Gains less pays"
         },
         "ratio": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ],
          "description": "Gains over pays; null where it pays nothing"
         },
         "fairShare": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ],
          "description": "What it would pay if each paid as it gains; null where nobody gains"
         },
         "gap": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ],
          "description": "That less what it pays"
         },
         "gainsInterval": {
          "type": "array",
          "description": "Of what they gain",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2
         },
         "netInterval": {
          "type": "array",
          "description": "Of gains less what they pay",
          "items": {
           "type": "number"
          },
          "minItems": 2,
          "maxItems": 2
         }
        },
        "required": [
         "pays",
         "paysCash",
         "gains",
         "cashable",
         "net",
         "ratio",
         "fairShare",
         "gap"
        ],
        "additionalProperties": false
       }
      },
      "required": [
       "rows",
       "total"
      ],
      "additionalProperties": false
     },
     "costPerSuccess": {
      "anyOf": [
       {
        "$ref": "#/$defs/EconomicSuccess"
       },
       {
        "type": "null"
       }
      ],
      "description": "Null where no success is declared"
     },
     "acceptability": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "worth": {
         "type": "number",
         "description": "Pounds one success is held to be worth"
        },
        "with": {
         "type": "number",
         "description": "Share of draws in which going on is best"
        },
        "frontier": {
         "type": "number",
         "description": "Share for the choice best on average"
        },
        "best": {
         "enum": [
          "with",
          "without"
         ],
         "description": "Choice best on average"
        },
        "needed": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Successes more a person, caused by the programme, that would just pay at this worth; null at a worth of nothing"
        }
       },
       "required": [
        "worth",
        "with",
        "frontier",
        "best"
       ],
       "additionalProperties": false
      },
      "description": "By what a success is worth"
     },
     "breakEven": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "counting": {
         "enum": [
          "all",
          "fiscal",
          "cashable"
         ],
         "description": "Whose gains"
        },
        "effectTimes": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "The effect found times this would just pay"
        },
        "costTimes": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "The cost paid times this would just be worth it"
        }
       },
       "required": [
        "counting",
        "effectTimes",
        "costTimes"
       ],
       "additionalProperties": false
      },
      "description": "What would just pay for itself"
     },
     "tornado": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "name": {
         "type": "string",
         "description": "Number moved"
        },
        "label": {
         "type": "string",
         "description": "In words"
        },
        "low": {
         "type": "number",
         "description": "Its low limit"
        },
        "high": {
         "type": "number",
         "description": "Its high limit"
        },
        "atLow": {
         "type": "number",
         "description": "Net value there, pounds"
        },
        "atHigh": {
         "type": "number",
         "description": "Net value there, pounds"
        },
        "crossesZero": {
         "type": "boolean",
         "description": "It alone changes the answer"
        },
        "switchesAt": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Where gains equal costs"
        }
       },
       "required": [
        "name",
        "label",
        "low",
        "high",
        "atLow",
        "atHigh",
        "crossesZero",
        "switchesAt"
       ],
       "additionalProperties": false
      },
      "description": "One number moved at a time, widest first"
     },
     "runs": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Run"
        },
        "label": {
         "type": "string",
         "description": "What is changed"
        },
        "net": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Net value, pounds"
        },
        "ratio": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Benefit over cost"
        },
        "why": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Why it does not apply"
        }
       },
       "required": [
        "id",
        "label",
        "net",
        "ratio",
        "why"
       ],
       "additionalProperties": false
      },
      "description": "Once more with one thing changed"
     },
     "perfectInformation": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "The most that knowing more is worth; null where it cannot be said"
     },
     "withoutInformation": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Why it is null"
     },
     "parameterInformation": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "name": {
         "type": "string",
         "description": "Number"
        },
        "label": {
         "type": "string",
         "description": "In words"
        },
        "worth": {
         "type": "number",
         "description": "Pounds"
        }
       },
       "required": [
        "name",
        "label",
        "worth"
       ],
       "additionalProperties": false
      },
      "description": "Of it by number, largest first"
     },
     "label": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Value-for-money category, where the plan asks for it"
     }
    },
    "required": [
     "priceYear",
     "years",
     "schedule",
     "draws",
     "seed",
     "level",
     "cost",
     "costPer",
     "benefit",
     "byKind",
     "netPresentSocialValue",
     "netBudgetImpact",
     "benefitCostRatio",
     "fiscalReturn",
     "cashableReturn",
     "probabilityPositive",
     "meanNet",
     "monteCarloError",
     "paybackYears",
     "agencies",
     "costPerSuccess",
     "acceptability",
     "breakEven",
     "tornado",
     "runs",
     "perfectInformation",
     "withoutInformation",
     "parameterInformation",
     "label"
    ],
    "additionalProperties": false
   },
   "EconomicVintages": {
    "type": "object",
    "description": "The same study by another edition of values",
    "properties": {
     "from": {
      "type": "string",
      "description": "Beginning of the ids used"
     },
     "to": {
      "type": "string",
      "description": "Beginning of the ids of their counterparts"
     },
     "netFrom": {
      "type": "number",
      "description": "Net value as it stands, pounds"
     },
     "netTo": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Net value by the counterparts, all at once; null where one is missing"
     },
     "rows": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "value": {
         "type": "string",
         "description": "Id used"
        },
        "counterpart": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Id of the other edition; null where there is none"
        },
        "label": {
         "type": "string",
         "description": "In words"
        },
        "before": {
         "type": "number",
         "description": "Pounds in prices of the plan"
        },
        "after": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Pounds in prices of the plan, by the other edition"
        },
        "status": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Status of the other edition"
        },
        "difference": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "What this line alone does to the net value, pounds"
        }
       },
       "required": [
        "value",
        "counterpart",
        "label",
        "before",
        "after",
        "status",
        "difference"
       ],
       "additionalProperties": false
      },
      "description": "Line by line"
     }
    },
    "required": [
     "from",
     "to",
     "netFrom",
     "netTo",
     "rows"
    ],
    "additionalProperties": false
   },
   "EconomicFunding": {
    "type": "object",
    "description": "Who funds it, until when, what overlaps and what ends without anything after it",
    "properties": {
     "asAt": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Day that the next six months are counted from: of the extracts; null where the plan has none"
     },
     "total": {
      "type": "number",
      "description": "Pounds of all grants"
     },
     "byFunder": {
      "type": "array",
      "description": "The mix",
      "items": {
       "type": "object",
       "properties": {
        "funder": {
         "type": "string",
         "description": "Who gives it"
        },
        "pounds": {
         "type": "number",
         "description": "Of its grants"
        },
        "share": {
         "type": "number",
         "description": "Of all grants"
        }
       },
       "required": [
        "funder",
        "pounds",
        "share"
       ],
       "additionalProperties": false
      }
     },
     "grants": {
      "type": "array",
      "description": "By their last day",
      "items": {
       "type": "object",
       "properties": {
        "funder": {
         "type": "string",
         "description": "Who gives it"
        },
        "purpose": {
         "type": "string",
         "description": "What it is for"
        },
        "pounds": {
         "type": "number",
         "description": "In all"
        },
        "from": {
         "type": "string",
         "description": "First day"
        },
        "to": {
         "type": "string",
         "description": "Last day"
        },
        "after": {
         "enum": [
          "followed",
          "nothing",
          "cliff-edge"
         ],
         "description": "Whether another grant of its purpose covers the day after; cliff-edge: none does, and it ends within six months"
        }
       },
       "required": [
        "funder",
        "purpose",
        "pounds",
        "from",
        "to",
        "after"
       ],
       "additionalProperties": false
      }
     },
     "overlaps": {
      "type": "array",
      "description": "Days on which two funders pay for one purpose",
      "items": {
       "type": "object",
       "properties": {
        "purpose": {
         "type": "string",
         "description": "What both are for"
        },
        "funders": {
         "type": "array",
         "description": "The two",
         "items": {
          "type": "string"
         }
        },
        "from": {
         "type": "string",
         "description": "First day of both"
        },
        "to": {
         "type": "string",
         "description": "Last day of both"
        }
       },
       "required": [
        "purpose",
        "funders",
        "from",
        "to"
       ],
       "additionalProperties": false
      }
     },
     "cliffs": {
      "type": "array",
      "description": "Purposes whose money ends within six months with nothing after it",
      "items": {
       "type": "object",
       "properties": {
        "day": {
         "type": "string",
         "description": "Last day that is paid for"
        },
        "purpose": {
         "type": "string",
         "description": "What is no longer paid for"
        },
        "funders": {
         "type": "array",
         "description": "Whose grants end",
         "items": {
          "type": "string"
         }
        },
        "share": {
         "type": "number",
         "description": "Of all money that flows on that day"
        }
       },
       "required": [
        "day",
        "purpose",
        "funders",
        "share"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "asAt",
     "total",
     "byFunder",
     "grants",
     "overlaps",
     "cliffs"
    ],
    "additionalProperties": false
   },
   "EconomicPerPerson": {
    "type": "object",
    "description": "Costs and successes of the same people, estimated together by the comparison",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome that is each person’s cost"
     },
     "label": {
      "type": "string",
      "description": "In words"
     },
     "priceYear": {
      "type": "string",
      "description": "Prices throughout"
     },
     "includesProgramme": {
      "type": "boolean",
      "description": "Whether the programme is among each person’s costs; where not, spend for each person reached is added"
     },
     "cost": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Pounds a person more than without"
     },
     "correlation": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the estimated differences in cost and in successes; null where one of them is certain"
     },
     "success": {
      "$ref": "#/$defs/EconomicSuccess",
      "description": "Successes a person more than without, and pounds for each"
     },
     "netBenefit": {
      "type": "array",
      "description": "Net monetary benefit by what one success is held to be worth",
      "items": {
       "type": "object",
       "description": "At one worth",
       "properties": {
        "worth": {
         "type": "number",
         "description": "Pounds"
        },
        "amount": {
         "$ref": "#/$defs/EconomicAmount",
         "description": "Pounds a person: worth of the successes less the cost"
        },
        "with": {
         "type": "number",
         "description": "Share of draws in which going on is best"
        }
       },
       "required": [
        "worth",
        "amount",
        "with"
       ],
       "additionalProperties": false
      }
     },
     "draws": {
      "type": "integer",
      "description": "Of both together"
     },
     "level": {
      "type": "number",
      "description": "Of the intervals"
     }
    },
    "required": [
     "outcome",
     "label",
     "priceYear",
     "includesProgramme",
     "cost",
     "correlation",
     "success",
     "netBenefit",
     "draws",
     "level"
    ],
    "additionalProperties": false
   },
   "EconomicNeed": {
    "type": "object",
    "description": "What would pay, from costs and values alone, where no effect could be told; limits are of costs and values",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome that would carry the gains"
     },
     "label": {
      "type": "string",
      "description": "In words"
     },
     "unit": {
      "type": "string",
      "description": "What one of it is"
     },
     "gain": {
      "enum": [
       "fewer",
       "more"
      ],
      "description": "Which way is a gain"
     },
     "needed": {
      "$ref": "#/$defs/EconomicAmount",
      "description": "Gain a person that would just pay, all gains counted"
     },
     "neededFiscal": {
      "anyOf": [
       {
        "$ref": "#/$defs/EconomicAmount"
       },
       {
        "type": "null"
       }
      ],
      "description": "The same, gains of public budgets counted"
     },
     "neededCashable": {
      "anyOf": [
       {
        "$ref": "#/$defs/EconomicAmount"
       },
       {
        "type": "null"
       }
      ],
      "description": "The same, what could leave a budget counted"
     }
    },
    "required": [
     "outcome",
     "label",
     "unit",
     "gain",
     "needed",
     "neededFiscal",
     "neededCashable"
    ],
    "additionalProperties": false
   },
   "EconomicsResult": {
    "type": "object",
    "description": "What it cost, what it was worth, who paid and who gained",
    "properties": {
     "kind": {
      "const": "likewise/economics",
      "description": "What this is"
     },
     "version": {
      "const": 1,
      "description": "Of its shape"
     },
     "comparison": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Whose effect counts"
     },
     "level": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "Lowest level of what the values rest on, on the scale that decides claims"
     },
     "scenario": {
      "type": "boolean",
      "description": "A scenario: if the whole difference were caused by the programme; never a saving"
     },
     "appraisal": {
      "anyOf": [
       {
        "$ref": "#/$defs/EconomicResult"
       },
       {
        "type": "null"
       }
      ],
      "description": "Null where it was refused or withheld"
     },
     "notPublished": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Why the result is withheld; null where it is not"
     },
     "effects": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "outcome": {
         "type": "string",
         "description": "Outcome"
        },
        "label": {
         "type": "string",
         "description": "In words"
        },
        "unit": {
         "type": "string",
         "description": "What one of it is"
        },
        "found": {
         "type": "number",
         "description": "Gain a person"
        },
        "interval": {
         "type": "array",
         "items": {
          "anyOf": [
           {
            "type": "number"
           },
           {
            "type": "null"
           }
          ]
         },
         "minItems": 2,
         "maxItems": 2,
         "description": "Of the gain; null where unbounded"
        },
        "needed": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Gain a person that would just pay, all gains counted"
        },
        "neededFiscal": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "The same, gains of public budgets counted"
        },
        "neededCashable": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "The same, what could leave a budget counted"
        }
       },
       "required": [
        "outcome",
        "label",
        "unit",
        "found",
        "interval",
        "needed",
        "neededFiscal",
        "neededCashable"
       ],
       "additionalProperties": false
      },
      "description": "What the values rest on, as a gain a person"
     },
     "ledger": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "benefit": {
         "type": "string",
         "description": "Benefit"
        },
        "value": {
         "type": "string",
         "description": "Id of the value"
        },
        "label": {
         "type": "string",
         "description": "In words"
        },
        "agency": {
         "type": "string",
         "description": "To whom it falls"
        },
        "kind": {
         "enum": [
          "fiscal",
          "economic",
          "social"
         ],
         "description": "Whose gain"
        },
        "per": {
         "type": "string",
         "description": "One of what"
        },
        "pounds": {
         "type": "number",
         "description": "As published"
        },
        "priceBase": {
         "type": "string",
         "description": "Prices of"
        },
        "priced": {
         "type": "number",
         "description": "In prices of the plan"
        },
        "covers": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Costs it holds"
        },
        "status": {
         "enum": [
          "VERIFIED",
          "DERIVED",
          "RECALLED",
          "STUDY"
         ],
         "description": "How well it is known"
        },
        "source": {
         "type": "string",
         "description": "Where it is from"
        }
       },
       "required": [
        "benefit",
        "value",
        "label",
        "agency",
        "kind",
        "per",
        "pounds",
        "priceBase",
        "priced",
        "covers",
        "status",
        "source"
       ],
       "additionalProperties": false
      },
      "description": "Values as they enter"
     },
     "spend": {
      "type": "object",
      "description": "As it was spent, in prices of its years",
      "properties": {
       "total": {
        "type": "number",
        "description": "Pounds as spent"
       },
       "cash": {
        "type": "number",
        "description": "In cash"
       },
       "inKind": {
        "type": "number",
        "description": "In kind"
       },
       "support": {
        "anyOf": [
         {
          "type": "number"
         },
         {
          "type": "null"
         }
        ],
        "description": "On support for victim-survivors and children; null where not told"
       },
       "planned": {
        "anyOf": [
         {
          "type": "number"
         },
         {
          "type": "null"
         }
        ],
        "description": "As planned"
       }
      },
      "required": [
       "total",
       "cash",
       "inKind",
       "support",
       "planned"
      ],
      "additionalProperties": false
     },
     "vintages": {
      "anyOf": [
       {
        "$ref": "#/$defs/EconomicVintages"
       },
       {
        "type": "null"
       }
      ],
      "description": "By another edition of values, where the plan asks"
     },
     "notMonetised": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Worth something, without a price"
     },
     "notes": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "What a reader must know"
     },
     "attributions": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "What licences ask to be said"
     },
     "refusals": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of what could not be said"
     },
     "wouldTake": {
      "$ref": "#/$defs/EconomicNeed"
     },
     "perPerson": {
      "$ref": "#/$defs/EconomicPerPerson"
     },
     "funding": {
      "$ref": "#/$defs/EconomicFunding"
     },
     "confidence": {
      "type": "string",
      "description": "Outcome by which victim-survivors say how confident they are"
     },
     "claims": {
      "type": "object",
      "description": "What may and may not be said of money, read from these results after disclosure",
      "properties": {
       "can": {
        "type": "array",
        "description": "What can be said",
        "items": {
         "$ref": "comparison.schema.json#/$defs/Sentence"
        }
       },
       "cannot": {
        "type": "array",
        "description": "What these results do not show",
        "items": {
         "$ref": "comparison.schema.json#/$defs/Sentence"
        }
       }
      },
      "required": [
       "can",
       "cannot"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "kind",
     "version",
     "comparison",
     "level",
     "scenario",
     "appraisal",
     "notPublished",
     "effects",
     "ledger",
     "spend",
     "vintages",
     "notMonetised",
     "notes",
     "attributions",
     "refusals"
    ],
    "additionalProperties": false
   },
   "Table": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the table"
     },
     "title": {
      "type": "string",
      "description": "Title as pages show it"
     },
     "unit": {
      "enum": [
       "person",
       "dyad",
       "family",
       "area-month",
       "record",
       "service"
      ],
      "description": "What one unit of analysis is; a record is one row of a log, such as a request or a meeting; a service is a service, a call to one or a piece of its work, and its counts say nothing about a person"
     },
     "definition": {
      "type": "string",
      "description": "Definition id"
     },
     "window": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Window id; null for none"
     },
     "dimensions": {
      "type": "array",
      "description": "What the table is broken down by",
      "items": {
       "$ref": "#/$defs/Dimension"
      }
     },
     "cells": {
      "type": "array",
      "description": "Every cell, totals too",
      "items": {
       "$ref": "#/$defs/Cell"
      }
     },
     "linked": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of tables that share cells or margins"
     },
     "sums": {
      "type": "array",
      "description": "Named counts that add up, where the dimensions do not say so; a name may be of people nobody counts in print",
      "items": {
       "type": "object",
       "properties": {
        "total": {
         "type": "string",
         "description": "Name of the total"
        },
        "parts": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Names of its parts"
        }
       },
       "required": [
        "total",
        "parts"
       ],
       "additionalProperties": false
      }
     },
     "coarser": {
      "type": "string",
      "description": "Id of the table that says the same by longer periods: disclosure control publishes one of the two"
     }
    },
    "required": [
     "id",
     "title",
     "unit",
     "definition",
     "window",
     "dimensions",
     "cells",
     "linked"
    ],
    "additionalProperties": false
   },
   "Interim": {
    "type": "object",
    "description": "Looks at results while they grow, with limits that hold false alarms down over all of them",
    "properties": {
     "look": {
      "type": "integer",
      "description": "Which look these results are, from 1"
     },
     "planned": {
      "type": "integer",
      "description": "Looks planned"
     },
     "spending": {
      "type": "string",
      "description": "Name of the rule by which false alarms are spread"
     },
     "alpha": {
      "type": "number",
      "description": "False alarms allowed over all looks, 0 to 1"
     },
     "uncontrolled": {
      "type": "number",
      "description": "False alarms by this look had every look counted alone, 0 to 1"
     },
     "looks": {
      "type": "array",
      "description": "Every look planned",
      "items": {
       "type": "object",
       "properties": {
        "name": {
         "type": "string",
         "description": "What the look is called"
        },
        "date": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "When it is planned; null where undeclared"
        },
        "share": {
         "type": "number",
         "description": "Share of the planned information, 0 to 1"
        },
        "spent": {
         "type": "number",
         "description": "False alarms allowed by this look, 0 to 1"
        },
        "bound": {
         "type": "number",
         "description": "Standard errors from no difference that count as a finding at this look"
        },
        "level": {
         "type": "number",
         "description": "Level of the intervals at this look"
        },
        "verdict": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Verdict of the headline as published at an earlier look; null at this look and later"
        }
       },
       "required": [
        "name",
        "date",
        "share",
        "spent",
        "bound",
        "level",
        "verdict"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "look",
     "planned",
     "spending",
     "alpha",
     "uncontrolled",
     "looks"
    ],
    "additionalProperties": false
   },
   "StudySummary": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Short name"
     },
     "title": {
      "type": "string",
      "description": "Title as pages show it"
     },
     "synthetic": {
      "type": "boolean",
      "description": "The data are invented"
     },
     "programme": {
      "anyOf": [
       {
        "type": "object",
        "additionalProperties": true
       },
       {
        "type": "null"
       }
      ],
      "description": "The programme as the plan describes it"
     },
     "question": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "The question the study answers"
     },
     "asAt": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Extract date"
     },
     "audience": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "Whom the pages are written for"
     },
     "branding": {
      "type": "object",
      "description": "Whose pages these are; left out where the plan says nothing",
      "properties": {
       "name": {
        "type": "string",
        "description": "Name of the organisation"
       },
       "colour": {
        "anyOf": [
         {
          "type": "string",
          "pattern": "^#[0-9a-f]{6}$"
         },
         {
          "type": "null"
         }
        ],
        "description": "Colour of the band at the head of a page; null for none"
       },
       "logo": {
        "anyOf": [
         {
          "type": "string",
          "pattern": "^data:image/(png|svg\\+xml);base64,[A-Za-z0-9+/]+=*$"
         },
         {
          "type": "null"
         }
        ],
        "description": "The logo itself, as data; null for none"
       }
      },
      "required": [
       "name",
       "colour",
       "logo"
      ],
      "additionalProperties": false
     },
     "outcomes": {
      "type": "array",
      "description": "Outcomes as the plan declares them",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Outcome id"
        },
        "label": {
         "type": "string",
         "description": "The outcome as pages call it"
        },
        "unit": {
         "enum": [
          "person",
          "dyad",
          "family",
          "area-month"
         ],
         "description": "What one unit of analysis is"
        },
        "basis": {
         "anyOf": [
          {
           "enum": [
            "proven",
            "charged",
            "recorded-crime",
            "incident",
            "victim-report",
            "self-report",
            "worker-judgement"
           ],
           "description": "What kind of record the outcome rests on; different bases never share a row, a pool or a unit cost"
          },
          {
           "type": "null"
          }
         ],
         "description": "What kind of record it rests on"
        },
        "reporter": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Whose account it is"
        },
        "definition": {
         "type": "string",
         "description": "Definition id"
        },
        "window": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Window id; null for none"
        },
        "direction": {
         "enum": [
          "lower",
          "higher"
         ],
         "description": "Which direction is better for the people concerned"
        },
        "kind": {
         "type": "string",
         "description": "Kind of outcome"
        },
        "primary": {
         "type": "boolean",
         "description": "Decides the verdict"
        },
        "smallestEffect": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "Smallest effect of interest; null where undeclared"
        }
       },
       "required": [
        "id",
        "label",
        "unit",
        "basis",
        "reporter",
        "definition",
        "window",
        "direction",
        "kind",
        "primary",
        "smallestEffect"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "id",
     "title",
     "synthetic",
     "programme",
     "question",
     "asAt",
     "audience",
     "outcomes"
    ],
    "additionalProperties": false
   },
   "Departure": {
    "type": "object",
    "properties": {
     "path": {
      "type": "string",
      "description": "Where in the plan: keys, and ids of entries in brackets"
     },
     "change": {
      "enum": [
       "added",
       "removed",
       "changed"
      ]
     },
     "frozen": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "What the frozen plan said, as text; null when it was added"
     },
     "now": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "What the plan of the run says, as text; null when it was removed"
     },
     "bearing": {
      "enum": [
       "primary-outcome",
       "outcome",
       "comparison",
       "cohort",
       "data",
       "facts",
       "economics",
       "presentation"
      ],
      "description": "What the change bears on"
     }
    },
    "required": [
     "path",
     "change",
     "frozen",
     "now",
     "bearing"
    ],
    "additionalProperties": false
   },
   "FrozenPlan": {
    "type": "object",
    "properties": {
     "frozenOn": {
      "type": "string",
      "format": "date",
      "description": "Day the plan was first frozen"
     },
     "sha256": {
      "type": "string",
      "description": "Hash of the first frozen plan"
     },
     "dataThere": {
      "type": "integer",
      "minimum": 0,
      "description": "Files of the plan that were already there when it was frozen"
     },
     "amendments": {
      "type": "array",
      "description": "Plans frozen later, with the reason given",
      "items": {
       "type": "object",
       "properties": {
        "frozenOn": {
         "type": "string",
         "format": "date"
        },
        "why": {
         "type": "string",
         "description": "Reason given"
        },
        "sha256": {
         "type": "string",
         "description": "Hash of the amended plan"
        },
        "departures": {
         "type": "integer",
         "minimum": 0,
         "description": "Values that differ from the plan frozen before it"
        }
       },
       "required": [
        "frozenOn",
        "why",
        "sha256",
        "departures"
       ],
       "additionalProperties": false
      }
     },
     "departures": {
      "type": "array",
      "description": "How the plan of this run departs from the plan first frozen",
      "items": {
       "$ref": "#/$defs/Departure"
      }
     }
    },
    "required": [
     "frozenOn",
     "sha256",
     "dataThere",
     "amendments",
     "departures"
    ],
    "additionalProperties": false
   },
   "Theory": {
    "type": "object",
    "properties": {
     "nodes": {
      "type": "array",
      "description": "In the order of the file",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id"
        },
        "label": {
         "type": "string",
         "description": "As pages call it"
        },
        "kind": {
         "enum": [
          "input",
          "activity",
          "output",
          "outcome",
          "impact"
         ]
        },
        "mechanism": {
         "anyOf": [
          {
           "enum": [
            "change",
            "safety",
            "wellbeing",
            "maintenance"
           ]
          },
          {
           "type": "null"
          }
         ],
         "description": "Mechanism; null for none"
        },
        "indicator": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "What shows it, in words; null for nothing"
        },
        "result": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Key of the result that shows it; null when it is not in this study"
        },
        "verdict": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Key of the claim about it; null for none"
        },
        "expected": {
         "anyOf": [
          {
           "type": "object",
           "description": "What the value should be if the programme works as meant; shares from 0 to 1",
           "properties": {
            "least": {
             "type": "number"
            },
            "most": {
             "type": "number"
            }
           },
           "required": [
            "least",
            "most"
           ],
           "additionalProperties": false
          },
          {
           "type": "null"
          }
         ],
         "description": "What it should be"
        },
        "source": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Where it is recorded"
        }
       },
       "required": [
        "id",
        "label",
        "kind",
        "mechanism",
        "indicator",
        "result",
        "verdict",
        "expected",
        "source"
       ],
       "additionalProperties": false
      }
     },
     "links": {
      "type": "array",
      "description": "In the order of the file",
      "items": {
       "type": "object",
       "properties": {
        "from": {
         "type": "string",
         "description": "Id"
        },
        "to": {
         "type": "string",
         "description": "Id"
        },
        "assumption": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "What has to be true"
        },
        "source": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "What it rests on"
        },
        "strength": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "How strong that is"
        },
        "timing": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "How long after"
        },
        "risk": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "What could stop it"
        }
       },
       "required": [
        "from",
        "to",
        "assumption",
        "source",
        "strength",
        "timing",
        "risk"
       ],
       "additionalProperties": false
      }
     },
     "findings": {
      "type": "array",
      "description": "What is wrong with it, or missing",
      "items": {
       "type": "object",
       "properties": {
        "rule": {
         "type": "string",
         "description": "Id of the rule"
        },
        "severity": {
         "enum": [
          "error",
          "warning",
          "note"
         ]
        },
        "about": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Ids of nodes"
        },
        "text": {
         "type": "string",
         "description": "In words"
        }
       },
       "required": [
        "rule",
        "severity",
        "about",
        "text"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "nodes",
     "links",
     "findings"
    ],
    "additionalProperties": false
   },
   "DecisionReading": {
    "title": "DecisionReading",
    "type": "object",
    "properties": {
     "option": {
      "type": "string",
      "enum": [
       "continue",
       "vary",
       "pause",
       "test"
      ],
      "description": "What may be done"
     },
     "reasons": {
      "type": "array",
      "description": "What in the results speaks for it",
      "items": {
       "$ref": "comparison.schema.json#/$defs/Sentence"
      }
     },
     "unknown": {
      "type": "array",
      "description": "What the choice rests on and the results do not hold",
      "items": {
       "$ref": "comparison.schema.json#/$defs/Sentence"
      }
     }
    },
    "required": [
     "option",
     "reasons",
     "unknown"
    ],
    "additionalProperties": false
   },
   "GuardFinding": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Comparison and guard"
     },
     "guard": {
      "type": "string",
      "description": "Id of the guard; the pages word it"
     },
     "comparison": {
      "type": "string",
      "description": "Id of the comparison"
     },
     "outcomes": {
      "type": "array",
      "description": "Ids of the outcomes it bears on",
      "items": {
       "type": "string"
      }
     },
     "effect": {
      "enum": [
       "stops-verdict",
       "stops-cause",
       "caveat",
       "not-assessed"
      ],
      "description": "What it does to claims: no verdict, no causal sentence, to bear in mind, or nobody has looked"
     },
     "basis": {
      "enum": [
       "data",
       "plan",
       "facts",
       "frozen-plan"
      ],
      "description": "Where it shows"
     },
     "checks": {
      "type": "array",
      "description": "Ids of the checks of both arms it rests on",
      "items": {
       "type": "string"
      }
     },
     "shown": {
      "type": "array",
      "description": "What was found, in numbers",
      "items": {
       "$ref": "comparison.schema.json#/$defs/Sentence"
      }
     },
     "keys": {
      "type": "array",
      "description": "Keys of the results it rests on",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "id",
     "guard",
     "comparison",
     "outcomes",
     "effect",
     "basis",
     "checks",
     "shown",
     "keys"
    ],
    "additionalProperties": false
   },
   "Alignment": {
    "type": "object",
    "description": "Which parts rest on what",
    "properties": {
     "components": {
      "type": "array",
      "description": "In the order they were found",
      "items": {
       "type": "object",
       "description": "One part",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id"
        },
        "label": {
         "type": "string",
         "description": "As pages call it"
        },
        "from": {
         "enum": [
          "declared",
          "theory",
          "workstream",
          "sessions"
         ],
         "description": "Where it is named"
        },
        "grade": {
         "enum": [
          "strong",
          "moderate",
          "weak",
          "contested",
          "indirect",
          "against",
          "none"
         ],
         "description": "What its evidence amounts to for the people of the programme"
        },
        "statements": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Ids of the statements about it"
        }
       },
       "required": [
        "id",
        "label",
        "from",
        "grade",
        "statements"
       ],
       "additionalProperties": false
      }
     },
     "populations": {
      "type": "array",
      "description": "Groups of people",
      "items": {
       "type": "object",
       "description": "One group",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id"
        },
        "label": {
         "type": "string",
         "description": "As pages call it"
        },
        "served": {
         "type": "boolean",
         "description": "The programme works with them"
        },
        "statements": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Ids of the statements about them"
        },
        "without": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Ids of the parts nothing is known of for them"
        }
       },
       "required": [
        "id",
        "label",
        "served",
        "statements",
        "without"
       ],
       "additionalProperties": false
      }
     },
     "statements": {
      "type": "array",
      "description": "In the order of the file",
      "items": {
       "type": "object",
       "description": "One statement",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id"
        },
        "populations": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "Groups of people, by name"
        },
        "finding": {
         "type": "string",
         "description": "What was found"
        },
        "direction": {
         "enum": [
          "helps",
          "harms",
          "no-difference",
          "mixed"
         ],
         "description": "What it says of the part"
        },
        "strength": {
         "enum": [
          "strong",
          "moderate",
          "weak"
         ],
         "description": "How strong"
        },
        "gradedBy": {
         "type": "string",
         "description": "Who graded it"
        },
        "source": {
         "type": "string",
         "description": "Where it is published"
        }
       },
       "required": [
        "id",
        "populations",
        "finding",
        "direction",
        "strength",
        "gradedBy",
        "source"
       ],
       "additionalProperties": false
      }
     },
     "gaps": {
      "type": "array",
      "description": "What no statement is about",
      "items": {
       "type": "object",
       "description": "One gap",
       "properties": {
        "kind": {
         "enum": [
          "component",
          "population"
         ],
         "description": "Of a part or of a group of people"
        },
        "id": {
         "type": "string",
         "description": "Id"
        },
        "label": {
         "type": "string",
         "description": "As pages call it"
        }
       },
       "required": [
        "kind",
        "id",
        "label"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "components",
     "populations",
     "statements",
     "gaps"
    ],
    "additionalProperties": false
   },
   "RatesFound": {
    "type": "object",
    "description": "Published rates",
    "properties": {
     "declared": {
      "type": "array",
      "description": "As the plan declares them",
      "items": {
       "type": "object",
       "description": "One rate",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id"
        },
        "label": {
         "type": "string",
         "description": "As pages call it"
        },
        "share": {
         "type": "number",
         "description": "0 to 1"
        },
        "months": {
         "anyOf": [
          {
           "type": "integer"
          },
          {
           "type": "null"
          }
         ],
         "description": "Months; null for a lifetime"
        },
        "population": {
         "type": "string",
         "description": "People"
        },
        "basis": {
         "enum": [
          "survey",
          "police-record",
          "service-record",
          "estimate"
         ],
         "description": "What it rests on"
        },
        "source": {
         "type": "string",
         "description": "Where it is published"
        },
        "conservative": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Why the source itself calls it too low"
        }
       },
       "required": [
        "id",
        "label",
        "share",
        "months",
        "population",
        "basis",
        "source",
        "conservative"
       ],
       "additionalProperties": false
      }
     },
     "compared": {
      "type": "array",
      "description": "Pairs, each compared or refused",
      "items": {
       "type": "object",
       "description": "One pair",
       "properties": {
        "rate": {
         "type": "string",
         "description": "Id"
        },
        "with": {
         "type": "string",
         "description": "Id"
        },
        "difference": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "First less second, −1 to 1; null when refused"
        },
        "ratio": {
         "anyOf": [
          {
           "type": "number"
          },
          {
           "type": "null"
          }
         ],
         "description": "First over second; null when refused or over none"
        },
        "refusal": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "null"
          }
         ],
         "description": "Id of the refusal; null when compared"
        },
        "unlike": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "description": "What is unlike without stopping the comparison"
        }
       },
       "required": [
        "rate",
        "with",
        "difference",
        "ratio",
        "refusal",
        "unlike"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "declared",
     "compared"
    ],
    "additionalProperties": false
   },
   "Reading": {
    "type": "object",
    "description": "A change in use of services, read in the declared direction",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the indicator"
     },
     "label": {
      "type": "string",
      "description": "As pages call it"
     },
     "direction": {
      "enum": [
       "lower-is-better",
       "higher-is-better",
       "neither"
      ],
      "description": "Which direction the plan calls better"
     },
     "verdict": {
      "enum": [
       "consistent-with-disclosure",
       "consistent-with-harm",
       "direction-better",
       "direction-worse",
       "no-clear-change",
       "cannot-say"
      ],
      "description": "What the change is consistent with; never a cause"
     },
     "table": {
      "type": "string",
      "description": "Id of the table it is read from"
     },
     "sentences": {
      "type": "array",
      "description": "What is seen, and what would show the reading wrong",
      "items": {
       "$ref": "comparison.schema.json#/$defs/Sentence"
      }
     }
    },
    "required": [
     "id",
     "label",
     "direction",
     "verdict",
     "table",
     "sentences"
    ],
    "additionalProperties": false
   },
   "Asked": {
    "type": "object",
    "description": "What a contract asks of a period, in the unit of the value, or of the numerator where there is no value",
    "properties": {
     "least": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "At least this much; null for no such limit"
     },
     "most": {
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "null"
       }
      ],
      "description": "At most this much; null for no such limit"
     },
     "days": {
      "type": "integer",
      "description": "Days of the period on which the target holds"
     },
     "ofDays": {
      "type": "integer",
      "description": "Days of the whole period"
     },
     "proRata": {
      "type": "boolean",
      "description": "The target is a part by days of one for a longer time"
     },
     "provisional": {
      "type": "boolean",
      "description": "At the data cut the period was not over, or not everyone in it had been watched long enough"
     },
     "verdict": {
      "anyOf": [
       {
        "enum": [
         "met",
         "met-within-chance",
         "missed-within-chance",
         "missed",
         "cannot-say",
         "provisional",
         "no-target"
        ]
       },
       {
        "$ref": "comparison.schema.json#/$defs/Withheld"
       }
      ],
      "description": "What was delivered against what was asked; within chance where the 95 % interval holds both. Withheld with the counts it rests on"
     }
    },
    "required": [
     "least",
     "most",
     "days",
     "ofDays",
     "proRata",
     "provisional",
     "verdict"
    ],
    "additionalProperties": false
   }
  }
 },
 "searches": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/searches.schema.json",
  "title": "Search",
  "description": "A person was looked for in a source over dates, and found or not; without a search, no record is not no event",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "source": {
    "type": "string",
    "description": "Source searched: the table of the study it feeds, or a system",
    "x-likewise": "category",
    "examples": [
     "events"
    ]
   },
   "searched_on": {
    "type": "string",
    "format": "date",
    "description": "Day of the search"
   },
   "found": {
    "type": "boolean",
    "description": "The person was matched in the source"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day the search covers"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day the search covers"
   }
  },
  "required": [
   "person",
   "source",
   "found"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "source"
   ],
   "date": "searched_on",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "from",
     "to"
    ],
    [
     "from",
     "searched_on"
    ]
   ],
   "mayLieAhead": [
    "searched_on"
   ],
   "spells": false
  }
 },
 "selections": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/selections.schema.json",
  "title": "Selection decision",
  "description": "One decision on who gets a place: score, judgement, what the panel and the provider decided; refusals for want of capacity too",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "decision_date": {
    "type": "string",
    "format": "date",
    "description": "Day of the decision"
   },
   "score": {
    "type": "number",
    "description": "Score the decision was taken on"
   },
   "judgement": {
    "type": "string",
    "description": "Professional judgement",
    "x-likewise": "category"
   },
   "panel_decision": {
    "enum": [
     "selected",
     "not-selected",
     "capacity-refused"
    ],
    "description": "Decision of the panel"
   },
   "provider_decision": {
    "enum": [
     "accepted",
     "refused",
     "capacity-refused"
    ],
    "description": "Decision of the provider"
   },
   "reason": {
    "type": "string",
    "description": "Reason of the decision",
    "x-likewise": "category"
   }
  },
  "required": [
   "person",
   "decision_date",
   "panel_decision"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "decision_date"
   ],
   "date": "decision_date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "service_use": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/service_use.schema.json",
  "title": "Service use",
  "description": "Use of one service on one day, with the direction that is better declared",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "service": {
    "type": "string",
    "description": "Service used",
    "x-likewise": "category"
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day of use"
   },
   "quantity": {
    "type": "number",
    "description": "How much, in the unit the plan states for the service"
   },
   "direction": {
    "enum": [
     "lower-is-better",
     "higher-is-better",
     "neither"
    ],
    "description": "Which direction is better"
   },
   "kind": {
    "type": "string",
    "description": "Type of contact",
    "x-likewise": "category",
    "examples": [
     "advice",
     "refuge",
     "health",
     "police"
    ]
   },
   "severity": {
    "type": "integer",
    "description": "Severity of what the contact was about: 0 none, 1 standard, 2 moderate, 3 high",
    "minimum": 0,
    "maximum": 3
   },
   "timing": {
    "type": "string",
    "description": "Stage the need had reached at the contact",
    "x-likewise": "category",
    "examples": [
     "early",
     "escalating",
     "crisis"
    ]
   },
   "route": {
    "type": "string",
    "description": "How the contact came about",
    "x-likewise": "category",
    "examples": [
     "self",
     "police",
     "health"
    ]
   }
  },
  "required": [
   "person",
   "service",
   "date"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "sessions": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/sessions.schema.json",
  "title": "Session",
  "description": "One planned contact, and whether it took place",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "session_date": {
    "type": "string",
    "format": "date",
    "description": "Day of the session"
   },
   "component": {
    "type": "string",
    "description": "Part of the programme",
    "x-likewise": "category",
    "examples": [
     "group",
     "one-to-one",
     "parenting",
     "recovery",
     "school",
     "other"
    ]
   },
   "technique": {
    "type": "string",
    "description": "Main technique or exercise used",
    "x-likewise": "category",
    "examples": [
     "motivational-interviewing",
     "cognitive-behavioural-exercise"
    ]
   },
   "planned_minutes": {
    "type": "number",
    "description": "Minutes planned",
    "minimum": 0,
    "maximum": 1440
   },
   "minutes": {
    "type": "number",
    "description": "Minutes delivered",
    "minimum": 0,
    "maximum": 1440
   },
   "attended": {
    "type": "boolean",
    "description": "The person attended"
   },
   "absence_reason": {
    "type": "string",
    "description": "Reason of absence",
    "x-likewise": "category"
   },
   "worker": {
    "type": "string",
    "description": "Worker id"
   },
   "language": {
    "type": "string",
    "description": "Language of the session",
    "x-likewise": "category"
   },
   "interpreter": {
    "type": "boolean",
    "description": "An interpreter took part"
   }
  },
  "required": [
   "person",
   "session_date",
   "attended"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [],
   "date": "session_date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "staff": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/staff.schema.json",
  "title": "Member of staff in post",
  "description": "One spell of one worker in one post",
  "type": "object",
  "properties": {
   "worker": {
    "type": "string",
    "description": "Worker id"
   },
   "post": {
    "type": "string",
    "description": "Post",
    "x-likewise": "category"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day in post"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day in post; blank while it lasts"
   },
   "fte": {
    "type": "number",
    "description": "Full-time equivalent",
    "minimum": 0
   }
  },
  "required": [
   "worker",
   "post"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "from",
   "references": {},
   "dateOrder": [
    [
     "from",
     "to"
    ]
   ],
   "mayLieAhead": [
    "to"
   ],
   "spells": false
  }
 },
 "stages": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/stages.schema.json",
  "title": "Stage",
  "description": "A person reached a stage of the pathway on a date",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "stage": {
    "type": "string",
    "description": "Stage reached",
    "x-likewise": "category",
    "examples": [
     "identified",
     "met-criteria",
     "referred",
     "contacted",
     "assessed",
     "eligible",
     "offered",
     "accepted",
     "started",
     "engaged",
     "completed",
     "followed-up",
     "exit"
    ]
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day it was reached"
   },
   "reason": {
    "type": "string",
    "description": "Reason of leaving, on exit",
    "x-likewise": "category"
   }
  },
  "required": [
   "person",
   "stage",
   "date"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [
    "person",
    "stage",
    "date"
   ],
   "date": "date",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "statuses": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/statuses.schema.json",
  "title": "Status spell",
  "description": "One spell of a status: child in need, protection, care, housing, employment, school",
  "type": "object",
  "properties": {
   "person": {
    "type": "string",
    "description": "Person id, as received: a pseudonym, never a name"
   },
   "kind": {
    "enum": [
     "child-in-need",
     "child-protection",
     "child-in-care",
     "housing",
     "employment",
     "school"
    ],
    "description": "Kind of status"
   },
   "status": {
    "type": "string",
    "description": "Status code within the kind",
    "x-likewise": "category"
   },
   "from": {
    "type": "string",
    "format": "date",
    "description": "First day"
   },
   "to": {
    "type": "string",
    "format": "date",
    "description": "Last day; blank while it lasts"
   }
  },
  "required": [
   "person",
   "kind",
   "from"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "stable",
   "key": [],
   "date": "from",
   "references": {
    "person": "people.person"
   },
   "dateOrder": [
    [
     "from",
     "to"
    ]
   ],
   "mayLieAhead": [
    "to"
   ],
   "spells": true
  }
 },
 "study": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/study.schema.json",
  "title": "Study",
  "description": "study.yaml: the plan of a study, not a program",
  "type": "object",
  "properties": {
   "version": {
    "const": 1,
    "description": "Version of this format"
   },
   "title": {
    "type": "string",
    "description": "Title of the study, as pages show it",
    "minLength": 1
   },
   "id": {
    "type": "string",
    "description": "Short name of the study, for files and keys",
    "pattern": "^[a-z0-9][a-z0-9-]*$"
   },
   "synthetic": {
    "type": "boolean",
    "description": "The data are invented; every page then says so"
   },
   "seed": {
    "type": "integer",
    "description": "Seed of every random step; the same seed gives the same results"
   },
   "question": {
    "type": "string",
    "description": "The question the study answers, as one sentence"
   },
   "programme": {
    "type": "object",
    "description": "Who, what, where, when: TIDieR fields",
    "properties": {
     "name": {
      "type": "string",
      "description": "Name of the programme"
     },
     "why": {
      "type": "string",
      "description": "Why it should work: rationale and goal"
     },
     "what": {
      "type": "string",
      "description": "What is done: materials and procedures"
     },
     "who": {
      "type": "string",
      "description": "Who it is for, or who delivers it"
     },
     "provider": {
      "type": "string",
      "description": "Organisation that provides it"
     },
     "how": {
      "type": "string",
      "description": "How it is delivered: one to one, in groups, remotely"
     },
     "materials": {
      "type": "string",
      "description": "Materials used with people and to train workers, and where they can be found"
     },
     "deliverers": {
      "type": "string",
      "description": "Who delivers it: profession, training, supervision"
     },
     "tailoring": {
      "type": "string",
      "description": "What is fitted to the person, why and how"
     },
     "modifications": {
      "type": "string",
      "description": "What changed while it ran, when and why"
     },
     "fidelity": {
      "type": "string",
      "description": "How it is checked that it is delivered as planned"
     },
     "where": {
      "type": "string",
      "description": "Where it is delivered"
     },
     "when": {
      "type": "string",
      "description": "When and how much: dates, sessions, intensity"
     },
     "kind": {
      "type": "string",
      "description": "Kind of programme: perpetrator programme, advocacy, whole family, integrated offender management"
     },
     "theory": {
      "type": "array",
      "description": "Theory of change, one link of the chain a line",
      "items": {
       "type": "string"
      }
     },
     "theoryFile": {
      "type": "string",
      "description": "Theory of change as a data file (YAML), relative to the study folder: nodes and links, checked and drawn",
      "minLength": 1
     },
     "funders": {
      "type": "array",
      "description": "Who pays for it",
      "items": {
       "type": "string"
      }
     },
     "contract": {
      "$ref": "#/$defs/Contract"
     },
     "changeTargets": {
      "type": "array",
      "description": "Numbers that were promised to fall or rise from a baseline, such as repeats or re-referrals: what they were, what they are, and by how much they were to change",
      "items": {
       "$ref": "#/$defs/ChangeTarget"
      }
     },
     "record": {
      "type": "object",
      "description": "Record of the practice: what it is, where, with whom and since when; printed on a card of one page",
      "properties": {
       "claimed": {
        "type": "object",
        "description": "A word of praise the record carries, such as promising: shown as the record’s own word, never as a grade",
        "properties": {
         "word": {
          "type": "string",
          "description": "The word, as the record has it",
          "minLength": 1
         },
         "by": {
          "type": "string",
          "description": "Who said it",
          "minLength": 1
         },
         "source": {
          "type": "string",
          "description": "Where it is written"
         }
        },
        "required": [
         "word",
         "by"
        ],
        "additionalProperties": false
       },
       "focus": {
        "type": "array",
        "description": "What it focuses on, such as prevention or reoffending",
        "items": {
         "type": "string",
         "minLength": 1
        },
        "minItems": 1
       },
       "topics": {
        "type": "array",
        "description": "Topics it is filed under",
        "items": {
         "type": "string",
         "minLength": 1
        },
        "minItems": 1
       },
       "region": {
        "type": "array",
        "description": "Regions",
        "items": {
         "type": "string",
         "minLength": 1
        },
        "minItems": 1
       },
       "partners": {
        "type": "array",
        "description": "Organisations that take part",
        "items": {
         "type": "string",
         "minLength": 1
        },
        "minItems": 1
       },
       "stage": {
        "type": "string",
        "description": "Stage of the practice, such as pilot or established",
        "minLength": 1
       },
       "scale": {
        "type": "string",
        "description": "Scale, such as local, force-wide or national",
        "minLength": 1
       },
       "targetGroups": {
        "type": "array",
        "description": "Groups of people it is for",
        "items": {
         "type": "string",
         "minLength": 1
        },
        "minItems": 1
       },
       "startDate": {
        "type": "string",
        "description": "When it began, as the record has it",
        "minLength": 1
       },
       "source": {
        "type": "string",
        "description": "Where the record is published"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "components": {
      "type": "array",
      "description": "Parts of the programme, as evidence is looked for: each may gather activities of the theory of change and components of sessions",
      "minItems": 1,
      "items": {
       "type": "object",
       "description": "One part",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id of the part",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "The part as pages call it",
         "minLength": 1
        },
        "activities": {
         "type": "array",
         "description": "Ids of activities of the theory of change that are this part",
         "items": {
          "type": "string",
          "minLength": 1
         },
         "minItems": 1
        },
        "sessions": {
         "type": "array",
         "description": "Components of sessions that are this part",
         "items": {
          "type": "string",
          "minLength": 1
         },
         "minItems": 1
        }
       },
       "required": [
        "id",
        "label"
       ],
       "additionalProperties": false
      }
     },
     "evidenceFile": {
      "type": "string",
      "description": "Evidence on the parts of the programme as a data file (YAML), relative to the study folder: statements with source, strength, people and finding",
      "minLength": 1
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "data": {
    "type": "object",
    "description": "The extracts: which files, which columns, how they are written",
    "properties": {
     "asAt": {
      "type": "string",
      "description": "Extract date",
      "format": "date"
     },
     "tables": {
      "type": "object",
      "description": "Table of data-schemas/ to the files that hold it",
      "additionalProperties": {
       "$ref": "#/$defs/TableSource"
      }
     },
     "sourceNote": {
      "type": "string",
      "description": "Where the data come from, as pages show it"
     },
     "linkage": {
      "type": "array",
      "description": "Tables without an id of their own, linked to people by identifiers",
      "items": {
       "$ref": "#/$defs/Linkage"
      }
     },
     "weights": {
      "type": "array",
      "description": "Tables of harm weights and gravity",
      "items": {
       "$ref": "#/$defs/WeightTable"
      }
     },
     "protection": {
      "type": "object",
      "description": "How the people in the data are protected",
      "properties": {
       "retainUntil": {
        "type": "string",
        "format": "date",
        "description": "Day by which the extracts and out/private are to be destroyed; from the next day nothing runs"
       },
       "pseudonymKey": {
        "type": "string",
        "description": "File that holds the secret key of pseudonyms, outside the study folder",
        "minLength": 1
       },
       "controller": {
        "type": "string",
        "description": "Who answers for the data"
       },
       "basis": {
        "type": "string",
        "description": "Agreement or lawful basis the data are held under"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "confirm": {
      "type": "array",
      "description": "What a drafted plan assumed and nobody has confirmed yet; nothing runs until all are",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the question"
        },
        "question": {
         "type": "string",
         "description": "What is to be confirmed"
        },
        "assumed": {
         "type": "string",
         "description": "What the draft assumed"
        },
        "evidence": {
         "type": "string",
         "description": "What the data show"
        },
        "confirmed": {
         "type": "boolean",
         "description": "Somebody who knows the data has confirmed it"
        }
       },
       "required": [
        "id",
        "question",
        "assumed",
        "confirmed"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "tables"
    ],
    "additionalProperties": false
   },
   "cohort": {
    "$ref": "#/$defs/Cohort"
   },
   "outcomes": {
    "type": "array",
    "description": "What is measured; each outcome declares its basis, its reporter and its definition",
    "items": {
     "$ref": "#/$defs/Outcome"
    },
    "minItems": 1
   },
   "measures": {
    "type": "array",
    "description": "Instruments used and their time points",
    "items": {
     "$ref": "#/$defs/MeasurePlan"
    }
   },
   "comparisons": {
    "type": "array",
    "description": "What is compared with what; exactly one is the headline",
    "items": {
     "$ref": "#/$defs/ComparisonPlan"
    },
    "minItems": 1
   },
   "economics": {
    "$ref": "#/$defs/EconomicsPlan"
   },
   "evidence": {
    "$ref": "#/$defs/Facts"
   },
   "disclosure": {
    "type": "object",
    "description": "How small numbers are kept from pointing at people",
    "properties": {
     "profile": {
      "enum": [
       "default",
       "strict-10",
       "none"
      ],
      "description": "Rules of suppression; none is for data that are public already"
     },
     "threshold": {
      "type": "integer",
      "description": "Smallest count that is shown, where it differs from the profile’s",
      "minimum": 1
     },
     "releases": {
      "type": "array",
      "description": "Files with the published results of earlier runs: what has changed by a few people since then gives them away",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "report": {
    "type": "object",
    "description": "Pages and who they are for",
    "properties": {
     "type": {
      "enum": [
       "process",
       "impact",
       "economic"
      ],
      "description": "Kind of report: process, impact or economic, which prints its own parts and names the others; the whole report when left out"
     },
     "audience": {
      "type": "string",
      "description": "Whom the pages are written for"
     },
     "sections": {
      "type": "array",
      "description": "Sections to show, in order; all when left out",
      "items": {
       "type": "string"
      }
     },
     "response": {
      "anyOf": [
       {
        "type": "string",
        "description": "Provider’s response, in its own words"
       },
       {
        "type": "object",
        "properties": {
         "text": {
          "type": "string",
          "description": "The response, in the provider’s own words; a blank line starts a paragraph"
         },
         "by": {
          "type": "string",
          "description": "Who answered for the provider"
         },
         "on": {
          "type": "string",
          "description": "Day of the response",
          "format": "date"
         }
        },
        "required": [
         "text"
        ],
        "additionalProperties": false
       }
      ],
      "description": "Provider’s response"
     },
     "signOff": {
      "type": "array",
      "description": "Who signs the report: a line each, printed with room to sign by hand",
      "items": {
       "type": "object",
       "properties": {
        "role": {
         "type": "string",
         "description": "Role of the person who signs"
        },
        "name": {
         "type": "string",
         "description": "Name; left blank to be written by hand when left out"
        },
        "on": {
         "type": "string",
         "description": "Day it was approved",
         "format": "date"
        },
        "approved": {
         "type": "string",
         "description": "What was approved: the plan, the draft for comment, this report"
        }
       },
       "required": [
        "role"
       ],
       "additionalProperties": false
      }
     },
     "declarations": {
      "type": "object",
      "description": "What reporting guidelines ask an evaluator to declare, each in a sentence or two",
      "properties": {
       "registration": {
        "type": "string",
        "description": "Where the study is registered, with its number"
       },
       "protocol": {
        "type": "string",
        "description": "Where the protocol and the analysis plan can be read"
       },
       "dataAccess": {
        "type": "string",
        "description": "Who can have the data, and how"
       },
       "fundingRole": {
        "type": "string",
        "description": "What part those who pay played in design, analysis and writing"
       },
       "conflicts": {
        "type": "string",
        "description": "Interests of the evaluators in the result"
       },
       "involvement": {
        "type": "string",
        "description": "How people with experience of the programme, victim-survivors first, took part in the evaluation"
       },
       "ethics": {
        "type": "string",
        "description": "Ethical approval and consent"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "contact": {
      "type": "string",
      "description": "Where to ask about the report"
     },
     "authors": {
      "type": "array",
      "description": "Who answers for the report",
      "items": {
       "type": "string"
      }
     },
     "status": {
      "enum": [
       "draft",
       "final"
      ],
      "description": "Draft, or final"
     },
     "branding": {
      "type": "object",
      "description": "Whose pages these are: a name, a colour and a logo at the head of every page; charts keep their colours",
      "properties": {
       "name": {
        "type": "string",
        "description": "Name of the organisation",
        "minLength": 1
       },
       "colour": {
        "type": "string",
        "description": "Colour of the band at the head of every page, such as #12436d; white text on it must reach a contrast of 4.5 to 1",
        "pattern": "^#[0-9a-fA-F]{6}$"
       },
       "logo": {
        "type": "string",
        "description": "A PNG or SVG file beside the plan; it becomes part of every page",
        "minLength": 1
       }
      },
      "required": [
       "name"
      ],
      "additionalProperties": false
     },
     "interim": {
      "type": "object",
      "description": "Looks at the results before the end: each widens the limits, so that all looks together raise no more false alarms than one would",
      "properties": {
       "spending": {
        "enum": [
         "obrien-fleming",
         "pocock"
        ],
        "description": "How the false alarms allowed are spread over the looks; obrien-fleming when left out: early looks find only what is very clear"
       },
       "looks": {
        "type": "array",
        "description": "Every look planned, in order; the last is the end of the study",
        "items": {
         "type": "object",
         "properties": {
          "name": {
           "type": "string",
           "description": "What the look is called",
           "minLength": 1
          },
          "date": {
           "type": "string",
           "format": "date",
           "description": "When it is planned"
          },
          "share": {
           "type": "number",
           "description": "Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out",
           "minimum": 0.05,
           "maximum": 1
          }
         },
         "required": [],
         "additionalProperties": false
        },
        "minItems": 2,
        "maxItems": 20
       },
       "look": {
        "type": "integer",
        "description": "Which look this run is, from 1; disclosure.releases names the results of every look before it",
        "minimum": 1
       }
      },
      "required": [
       "looks",
       "look"
      ],
      "additionalProperties": false
     },
     "emmie": {
      "type": "boolean",
      "description": "Also show the five dimensions of EMMIE for this one study, marked as no systematic review"
     },
     "interactive": {
      "type": "boolean",
      "description": "Charts of the pages are live: the same file, with scripts inside that draw them and let the reader choose outcome or group; without scripts the pages are as they are otherwise"
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "rates": {
    "$ref": "#/$defs/Rates"
   }
  },
  "required": [
   "version",
   "title",
   "data",
   "cohort",
   "outcomes",
   "comparisons"
  ],
  "additionalProperties": false,
  "$defs": {
   "ColumnPlan": {
    "anyOf": [
     {
      "type": "string",
      "description": "Header of the column"
     },
     {
      "type": "object",
      "properties": {
       "column": {
        "type": "string",
        "description": "Header of the column"
       },
       "type": {
        "enum": [
         "text",
         "integer",
         "number",
         "date",
         "money",
         "percent",
         "boolean",
         "category"
        ],
        "description": "How the cells are to be read, where it differs from the field’s own type"
       },
       "dateFormat": {
        "anyOf": [
         {
          "$ref": "#/$defs/DateFormat"
         },
         {
          "type": "array",
          "items": {
           "$ref": "#/$defs/DateFormat"
          },
          "minItems": 1,
          "description": "Several forms in one column; no text may be a day in two of them"
         }
        ],
        "description": "How dates are written in this column"
       },
       "values": {
        "type": "object",
        "additionalProperties": {
         "anyOf": [
          {
           "type": "string"
          },
          {
           "type": "number"
          },
          {
           "type": "boolean"
          }
         ]
        },
        "description": "Their code to our code"
       },
       "missing": {
        "type": "array",
        "description": "Cell values that mean missing in this column",
        "items": {
         "type": "string"
        }
       },
       "use": {
        "enum": [
         "linking",
         "age",
         "district"
        ],
        "description": "Why a column that identifies people is read: an id that is turned into a pseudonym, a date of birth of which only the year is kept, or a postcode of which only the district is"
       },
       "notIdentifying": {
        "type": "string",
        "description": "Why a column that looks like one of identifiers is none, in the words of somebody who has looked",
        "minLength": 10
       },
       "normalise": {
        "type": "array",
        "description": "What is evened out in the ids of this column before they are compared with others: letters put in capitals, spaces inside taken out; every id changed is reported. Spaces around an id are trimmed in any case",
        "items": {
         "enum": [
          "case",
          "spaces"
         ]
        },
        "minItems": 1
       },
       "unreadable": {
        "enum": [
         "reject",
         "missing"
        ],
        "description": "What becomes of a row whose cell in this column cannot be read: it is rejected (the default), or the cell alone is missing, which is reported; for columns a row can do without"
       },
       "minimum": {
        "type": "number",
        "description": "Least number there can be, where the record sets no limit or a lower one"
       },
       "maximum": {
        "type": "number",
        "description": "Greatest number there can be, where the record sets no limit or a higher one"
       }
      },
      "required": [],
      "additionalProperties": false
     }
    ]
   },
   "TableSource": {
    "type": "object",
    "description": "One table a study brings",
    "properties": {
     "files": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Relative to the study folder",
      "minItems": 1
     },
     "format": {
      "type": "object",
      "description": "How the files are written; what is left out is read off the file and shown as an assumption",
      "properties": {
       "reader": {
        "enum": [
         "delimited",
         "workbook",
         "parquet",
         "json-lines",
         "duckdb",
         "sqlite"
        ],
        "description": "What kind of file it is, where its name and first bytes do not say"
       },
       "delimiter": {
        "type": "string",
        "description": "What stands between cells",
        "minLength": 1
       },
       "quote": {
        "type": "string",
        "description": "What stands around cells that hold a delimiter; a double quote unless said"
       },
       "encoding": {
        "enum": [
         "utf-8",
         "utf-16le",
         "utf-16be",
         "windows-1252"
        ],
        "description": "Encoding of the text"
       },
       "headerRow": {
        "type": "integer",
        "description": "Row of the headers, 1 for the first; rows above it are a preamble",
        "minimum": 1
       },
       "headerRows": {
        "type": "integer",
        "description": "How many rows the headers are stacked in, joined from top to bottom",
        "minimum": 1,
        "maximum": 5
       },
       "lastRow": {
        "type": "integer",
        "description": "Last row that is data, 1 for the first row of the file; what follows is a footer",
        "minimum": 1
       },
       "footerRows": {
        "type": "integer",
        "description": "How many rows at the end are a footer",
        "minimum": 0
       },
       "fillDown": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Headers of columns whose blank cells repeat the cell above"
       },
       "sheet": {
        "type": "string",
        "description": "Sheet of a workbook"
       },
       "range": {
        "type": "string",
        "description": "Cells of the sheet to read, headers included, as A4:H200",
        "pattern": "^[A-Z]{1,3}[1-9][0-9]*:[A-Z]{1,3}([1-9][0-9]*)?$"
       },
       "table": {
        "type": "string",
        "description": "Table or view of a database file"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "dateFormat": {
      "anyOf": [
       {
        "$ref": "#/$defs/DateFormat"
       },
       {
        "type": "array",
        "items": {
         "$ref": "#/$defs/DateFormat"
        },
        "minItems": 1,
        "description": "Several forms in one column; no text may be a day in two of them"
       }
      ],
      "description": "How dates are written; left out, it is read off the cells and shown, and refused where two orders are possible"
     },
     "missing": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Cell values that mean missing"
     },
     "columns": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/$defs/ColumnPlan"
      },
      "description": "Our field to their column; only these are read"
     },
     "constants": {
      "type": "object",
      "additionalProperties": {
       "type": [
        "string",
        "number",
        "boolean"
       ]
      },
      "description": "Our field to one value for every row"
     },
     "covariates": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/$defs/ColumnPlan"
      },
      "description": "Further baseline covariates of people: our name to their column. Without an age, it is worked out from birth_year and the index date; without an index_quarter, it is the calendar quarter of the index date"
     },
     "identifiers": {
      "type": "object",
      "description": "Columns that identify people, read for linking only and never handed on",
      "properties": {
       "forename": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "First name"
       },
       "surname": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Family name"
       },
       "full_name": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Name in one cell"
       },
       "birth_date": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Full date of birth"
       },
       "sex": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Sex"
       },
       "postcode": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Full postcode"
       },
       "address": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Address"
       },
       "nhs_number": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "NHS number"
       },
       "pnc_number": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "PNC number"
       },
       "cro_number": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "CRO number"
       },
       "ni_number": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "National Insurance number"
       },
       "telephone": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Telephone number"
       },
       "email": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "E-mail address"
       },
       "local_id": {
        "$ref": "#/$defs/IdentifierColumn",
        "description": "Id of another system"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "key": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Fields that identify a row; a repeat is rejected"
     },
     "standing": {
      "enum": [
       "none",
       "first",
       "last"
      ],
      "description": "Which row stands when a declared key repeats"
     },
     "coverage": {
      "type": "object",
      "description": "The area and dates the source covers; outside them no record is not no event",
      "properties": {
       "area": {
        "type": "string",
        "description": "Area covered"
       },
       "from": {
        "type": "string",
        "description": "First day covered",
        "format": "date"
       },
       "to": {
        "type": "string",
        "description": "Last day covered",
        "format": "date"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "mayBeEmpty": {
      "type": "boolean",
      "description": "Somebody has checked that there is nothing to record: without it a file without rows stops a run, as it would say that nothing happened to anybody"
     }
    },
    "required": [
     "files",
     "columns"
    ],
    "additionalProperties": false
   },
   "Facts": {
    "type": "object",
    "description": "Design facts that no data can show, each with its justification",
    "properties": {
     "restsOn": {
      "type": "object",
      "description": "What the result rests on; only measured outcomes have a level",
      "properties": {
       "value": {
        "enum": [
         "measured",
         "interviews",
         "statement-without-counts",
         "additionality-survey",
         "simulation"
        ],
        "description": "Outcomes counted or scored, interviews alone, a statement without counts, a survey that asks whether it would have happened anyway, or a model"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "attrition": {
      "type": "object",
      "description": "Share of each arm lost between assignment and the outcome, from 0 to 1",
      "properties": {
       "treated": {
        "type": "number",
        "description": "Share of the treated arm lost",
        "minimum": 0,
        "maximum": 1
       },
       "comparison": {
        "type": "number",
        "description": "Share of the comparison arm lost",
        "minimum": 0,
        "maximum": 1
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "How this is known"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "crossover": {
      "type": "object",
      "description": "Share of each arm that received what the other was to receive, from 0 to 1",
      "properties": {
       "treated": {
        "type": "number",
        "description": "Share of the treated arm that did not receive the programme",
        "minimum": 0,
        "maximum": 1
       },
       "comparison": {
        "type": "number",
        "description": "Share of the comparison arm that did",
        "minimum": 0,
        "maximum": 1
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "How this is known"
       }
      },
      "required": [
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "outcomeSource": {
      "type": "object",
      "description": "Outcomes of both arms come from the same source",
      "properties": {
       "value": {
        "enum": [
         "same",
         "different"
        ],
        "description": "The same source, or different ones"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "followUp": {
      "type": "object",
      "description": "Both arms are followed for the same time",
      "properties": {
       "value": {
        "enum": [
         "same",
         "different"
        ],
        "description": "The same time, or different times"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "indexDateRule": {
      "type": "object",
      "description": "Follow-up starts by the same rule in both arms",
      "properties": {
       "value": {
        "enum": [
         "same",
         "different",
         "immortal"
        ],
        "description": "The same rule, different ones, or one that guarantees event-free time to an arm (immortal)"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "covariateTiming": {
      "type": "object",
      "description": "Covariates were recorded before the index date",
      "properties": {
       "value": {
        "enum": [
         "before-index",
         "some-after"
        ],
        "description": "All before, or some after"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "periodControls": {
      "type": "object",
      "description": "The arms are from the same calendar period, or the analysis controls for it",
      "properties": {
       "value": {
        "type": "boolean",
        "description": "Whether that is so"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "comparatorChoice": {
      "type": "object",
      "description": "The comparison group is one that could have been treated",
      "properties": {
       "value": {
        "enum": [
         "justified",
         "not-justified"
        ],
        "description": "Justified, or not"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "exclusionArgument": {
      "type": "object",
      "description": "Why an order, a cut-off or an instrument acts on outcomes through the programme alone",
      "properties": {
       "value": {
        "enum": [
         "argued",
         "not-argued"
        ],
        "description": "Argued, or known not to hold"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The argument"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "severalUnits": {
      "type": "object",
      "description": "Several units, as areas or sites, on both sides of a difference in differences",
      "properties": {
       "value": {
        "type": "boolean",
        "description": "Whether there are several on both sides"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "concurrentSeries": {
      "type": "object",
      "description": "A comparison group of an earlier time, with several periods before and after and a series of the same time beside it",
      "properties": {
       "value": {
        "type": "boolean",
        "description": "Whether that is so"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "otherChange": {
      "type": "object",
      "description": "Something else changed for one of the groups at the same date",
      "properties": {
       "value": {
        "type": "boolean",
        "description": "Whether it did"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "preTrend": {
      "type": "object",
      "description": "How the groups moved before the programme",
      "properties": {
       "periods": {
        "type": "integer",
        "minimum": 0,
        "description": "Periods before the start"
       },
       "p": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "p-value of the joint test that the groups moved alike"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "periods"
      ],
      "additionalProperties": false
     },
     "firstStage": {
      "type": "object",
      "description": "How strongly an instrument shifts who is treated",
      "properties": {
       "f": {
        "type": "number",
        "minimum": 0,
        "description": "First-stage F"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "f"
      ],
      "additionalProperties": false
     },
     "cutoffChecks": {
      "type": "object",
      "description": "What was checked at a score cut-off",
      "properties": {
       "manipulationP": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "p-value of the density test of the score"
       },
       "otherRule": {
        "type": "boolean",
        "description": "Another rule uses the same cut-off"
       },
       "takeUpJump": {
        "type": "number",
        "minimum": -1,
        "maximum": 1,
        "description": "Jump in the share treated at the cut-off, 0 to 1"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "series": {
      "type": "object",
      "description": "One series over time",
      "properties": {
       "pointsEachSide": {
        "type": "integer",
        "minimum": 0,
        "description": "Fewest points on one side of the start"
       },
       "autocorrelation": {
        "type": "boolean",
        "description": "The model allows for neighbouring points that resemble each other"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "baselineOutcomes": {
      "type": "array",
      "description": "Which covariates are an outcome before entry: for each, the outcomes it is the same as, and why",
      "items": {
       "type": "object",
       "properties": {
        "covariate": {
         "type": "string",
         "description": "Covariate measured before entry"
        },
        "outcomes": {
         "type": "array",
         "description": "Outcomes it is the same as, or a direct analogue of",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "why": {
         "type": [
          "string",
          "null"
         ],
         "description": "Why it is the same outcome: source, definition and window"
        }
       },
       "required": [
        "covariate",
        "outcomes"
       ],
       "additionalProperties": false
      }
     },
     "covariateRoles": {
      "type": "object",
      "description": "Which covariates play which part; essential ones decide the level",
      "properties": {
       "age": {
        "type": "array",
        "description": "Age",
        "items": {
         "type": "string"
        }
       },
       "sex": {
        "type": "array",
        "description": "Sex",
        "items": {
         "type": "string"
        }
       },
       "priorCount": {
        "type": "array",
        "description": "How often before",
        "items": {
         "type": "string"
        }
       },
       "priorRecency": {
        "type": "array",
        "description": "How recently before",
        "items": {
         "type": "string"
        }
       },
       "calendarPeriod": {
        "type": "array",
        "description": "When follow-up starts",
        "items": {
         "type": "string"
        }
       },
       "ethnicity": {
        "type": "array",
        "description": "Ethnic group",
        "items": {
         "type": "string"
        }
       },
       "indexOffence": {
        "type": "array",
        "description": "Offence that led to the programme",
        "items": {
         "type": "string"
        }
       },
       "sentence": {
        "type": "array",
        "description": "Sentence being served",
        "items": {
         "type": "string"
        }
       },
       "riskScore": {
        "type": "array",
        "description": "Score of a risk instrument",
        "items": {
         "type": "string"
        }
       },
       "region": {
        "type": "array",
        "description": "Area",
        "items": {
         "type": "string"
        }
       },
       "priorDomesticAbuse": {
        "type": "array",
        "description": "Domestic abuse before",
        "items": {
         "type": "string"
        }
       },
       "relationship": {
        "type": "array",
        "description": "Relationship to the victim-survivor",
        "items": {
         "type": "string"
        }
       },
       "currentRisk": {
        "type": "array",
        "description": "Risk level at the index date",
        "items": {
         "type": "string"
        }
       },
       "order": {
        "type": "array",
        "description": "Orders in force at the index date",
        "items": {
         "type": "string"
        }
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "notApplicable": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Role to the reason it cannot apply (one sex only, one release period …)"
     },
     "plan": {
      "type": "object",
      "description": "Whether the analysis was fixed before outcomes were seen",
      "properties": {
       "value": {
        "enum": [
         "registered",
         "frozen",
         "none"
        ],
        "description": "Registered, frozen (likewise freeze), or neither"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "Cohort": {
    "type": "object",
    "properties": {
     "unit": {
      "enum": [
       "person",
       "dyad",
       "family",
       "area-month"
      ],
      "description": "What one unit of analysis is"
     },
     "role": {
      "type": "string",
      "description": "Role of the people followed"
     },
     "arms": {
      "type": "object",
      "description": "Who is treated and who is compared with them",
      "properties": {
       "from": {
        "type": "string",
        "description": "table.field that says the arm"
       },
       "treated": {
        "type": "array",
        "description": "Values that mean treated, after recoding",
        "items": {
         "type": "string"
        },
        "minItems": 1
       },
       "comparison": {
        "type": "array",
        "description": "Values that mean comparison, after recoding; everyone else is in neither arm",
        "items": {
         "type": "string"
        },
        "minItems": 1
       },
       "labels": {
        "type": "object",
        "description": "Noun phrases for the people in each arm",
        "properties": {
         "treated": {
          "type": "string",
          "description": "People treated, as pages call them"
         },
         "comparison": {
          "type": "string",
          "description": "People they are compared with, as pages call them"
         }
        },
        "required": [
         "treated",
         "comparison"
        ],
        "additionalProperties": false
       }
      },
      "required": [
       "from",
       "treated",
       "comparison"
      ],
      "additionalProperties": false
     },
     "indexDate": {
      "anyOf": [
       {
        "type": "string",
        "description": "table.field, the same rule in both arms; null when all times are relative"
       },
       {
        "type": "null"
       }
      ],
      "description": "Day follow-up starts, the same rule in both arms; null when all times are relative"
     },
     "eligibility": {
      "type": "array",
      "description": "Who may be in the study, by what was known at the index date; each rule counts whom it excludes",
      "items": {
       "type": "object",
       "properties": {
        "field": {
         "type": "string",
         "description": "table.field, or a covariate: a baseline id, age, index_quarter. Of a table with several rows a person, the last row on or before the index date is read"
        },
        "in": {
         "type": "array",
         "description": "Values that are eligible",
         "items": {
          "type": [
           "string",
           "number"
          ]
         }
        },
        "min": {
         "type": "number",
         "description": "Least that is eligible"
        },
        "max": {
         "type": "number",
         "description": "Most that is eligible"
        },
        "reason": {
         "type": "string",
         "description": "Why those who fail it are left out, as the account shows it"
        }
       },
       "required": [
        "field",
        "reason"
       ],
       "additionalProperties": false
      }
     },
     "analysisSet": {
      "enum": [
       "referred",
       "offered",
       "started",
       "completed"
      ],
      "description": "Whose outcomes the headline is about; later stages are secondary and say so"
     },
     "funnel": {
      "type": "object",
      "description": "The pathway whose steps are counted",
      "properties": {
       "from": {
        "enum": [
         "referrals",
         "treated",
         "comparison"
        ],
        "description": "Whom the funnel counts: people referred (the default) or those of an arm"
       },
       "steps": {
        "type": "array",
        "description": "Stages in order",
        "items": {
         "type": "object",
         "properties": {
          "stage": {
           "type": "string",
           "description": "Stage as the stages table has it"
          },
          "label": {
           "type": "string",
           "description": "Stage as pages call it"
          }
         },
         "required": [
          "stage",
          "label"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "baseline": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the covariate"
        },
        "label": {
         "type": "string",
         "description": "The covariate as pages call it"
        },
        "events": {
         "enum": [
          "all",
          "domestic"
         ],
         "description": "Which events it looks at"
        },
        "measure": {
         "enum": [
          "count",
          "any",
          "days-since-last",
          "harm"
         ],
         "description": "Number of events, whether there was one, days since the last, or their harm"
        },
        "window": {
         "type": "string",
         "description": "Window id: recorded-12m, moj-proven-12m, moj-365-183, before-24m, block+1, block-1"
        },
        "basis": {
         "enum": [
          "recorded-crime",
          "incident"
         ],
         "description": "Recorded crime (the default) or every incident"
        },
        "weights": {
         "type": "string",
         "description": "Id of the table in data.weights, for harm"
        }
       },
       "required": [
        "id",
        "events",
        "measure",
        "window"
       ],
       "additionalProperties": false
      },
      "description": "Covariates worked out from events; every window ends at or before the index date"
     },
     "providers": {
      "type": "object",
      "description": "Provider as it is called now to the names it has had; results are by the first",
      "additionalProperties": {
       "type": "array",
       "items": {
        "type": "string"
       },
       "minItems": 1
      }
     },
     "breakdowns": {
      "type": "array",
      "description": "Fields of people or referrals the pathway is shown by, beside month, source, provider and area",
      "items": {
       "type": "string",
       "description": "people.field or referrals.field"
      }
     },
     "completion": {
      "type": "array",
      "description": "Rules of completion; results by different rules never merge",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the rule: one of the catalogue, or the study’s own",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "The rule as pages call it"
        },
        "sessionsPlanned": {
         "type": "integer",
         "description": "Sessions planned for everyone; when left out, those of each person on record",
         "minimum": 1
        },
        "leastShare": {
         "type": "number",
         "description": "Least share of the sessions planned that completes, 0 to 1",
         "minimum": 0,
         "maximum": 1
        },
        "plannedEnd": {
         "type": "boolean",
         "description": "A planned end must be recorded too: the stage completed, or a closure as completed or planned"
        },
        "component": {
         "type": "string",
         "description": "Part of the programme whose sessions count; all when left out"
        },
        "serviceRule": {
         "type": "boolean",
         "description": "What the service records as completed, whatever the sessions"
        }
       },
       "required": [
        "id"
       ],
       "additionalProperties": false
      }
     },
     "target": {
      "type": "object",
      "description": "Whom the programme is for, against which those accepted are held",
      "properties": {
       "id": {
        "type": "string",
        "description": "Name of the definition"
       },
       "label": {
        "type": "string",
        "description": "The definition as pages call it"
       },
       "rules": {
        "type": "array",
        "description": "What everyone within the definition meets",
        "minItems": 1,
        "items": {
         "type": "object",
         "properties": {
          "field": {
           "type": "string",
           "description": "people.field or referrals.field"
          },
          "in": {
           "type": "array",
           "description": "Values within the definition",
           "items": {
            "type": [
             "string",
             "number"
            ]
           }
          },
          "min": {
           "type": "number",
           "description": "Least within the definition"
          },
          "max": {
           "type": "number",
           "description": "Most within the definition"
          },
          "reason": {
           "type": "string",
           "description": "Why those who fail it are outside, as tables show it"
          }
         },
         "required": [
          "field",
          "reason"
         ],
         "additionalProperties": false
        }
       }
      },
      "required": [
       "id",
       "rules"
      ],
      "additionalProperties": false
     },
     "waiting": {
      "type": "array",
      "description": "Waiting times between two stages",
      "items": {
       "type": "object",
       "properties": {
        "from": {
         "type": "string",
         "description": "Stage the wait starts at"
        },
        "to": {
         "type": "string",
         "description": "Stage it ends at"
        },
        "withinDays": {
         "type": "array",
         "description": "Days within which the share is shown",
         "items": {
          "type": "integer",
          "minimum": 1
         }
        }
       },
       "required": [
        "from",
        "to"
       ],
       "additionalProperties": false
      }
     },
     "scores": {
      "type": "array",
      "description": "Scores of people: what goes into each, and whether anyone is selected by it",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the score",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "The score as pages call it"
        },
        "use": {
         "enum": [
          "selection",
          "description"
         ],
         "description": "Whether people are selected by it (the default) or only described; a score that selects may have no protected characteristic among its inputs"
        },
        "inputs": {
         "type": "array",
         "description": "What the score is worked out from: covariates, or table.field; every one of them",
         "items": {
          "type": "string"
         }
        },
        "rfgv": {
         "$ref": "#/$defs/ScorePlan"
        }
       },
       "required": [
        "id"
       ],
       "additionalProperties": false
      }
     },
     "selection": {
      "type": "object",
      "description": "How the selection log is read: the score decisions are held against, and the values that mean suitable",
      "properties": {
       "score": {
        "type": "string",
        "description": "Id of the score, one of cohort.scores"
       },
       "threshold": {
        "type": "number",
        "description": "Score at which the score alone would select"
       },
       "side": {
        "enum": [
         "at-or-above",
         "at-or-below"
        ],
        "description": "Which side of the threshold the score alone would select (at or above when left out)"
       },
       "suitable": {
        "type": "array",
        "description": "Values of the judgement that mean suitable",
        "items": {
         "type": "string"
        }
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "reach": {
      "type": "object",
      "description": "Who is reached and selected, by protected characteristic",
      "properties": {
       "characteristics": {
        "type": "array",
        "description": "Fields of people to show; every protected characteristic recorded when left out",
        "items": {
         "type": "string"
        }
       },
       "references": {
        "type": "object",
        "description": "Field to the level the others are held against; the largest known level when left out",
        "additionalProperties": {
         "type": "string"
        }
       },
       "ageBands": {
        "type": "array",
        "description": "First age of each band after the first; 18, 25, 35, 45, 55 and 65 when left out",
        "items": {
         "type": "integer",
         "minimum": 1
        }
       },
       "area": {
        "type": "array",
        "description": "Areas of the population table the programme serves; all when left out",
        "items": {
         "type": "string"
        }
       },
       "year": {
        "type": "integer",
        "description": "Year of the population table; the last when left out"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "services": {
      "type": "object",
      "description": "What is on offer, for whom it was built, and what each person was offered",
      "properties": {
       "offered": {
        "type": "string",
        "description": "people.field or referrals.field that says what a person was offered"
       },
       "risk": {
        "type": "string",
        "description": "people.field or referrals.field that says the risk level"
       },
       "list": {
        "type": "array",
        "description": "Services in order of intensity, the lightest first",
        "items": {
         "type": "object",
         "properties": {
          "id": {
           "type": "string",
           "description": "Value of the offered field"
          },
          "label": {
           "type": "string",
           "description": "The service as pages call it"
          },
          "risk": {
           "type": "array",
           "description": "Risk levels it was built for; all when left out",
           "items": {
            "type": "string"
           }
          },
          "needs": {
           "type": "array",
           "description": "Pathways of need it addresses; not held against it when left out",
           "items": {
            "type": "string"
           }
          },
          "rules": {
           "type": "array",
           "description": "Whom else it suits: everyone who meets all of these",
           "items": {
            "type": "object",
            "properties": {
             "field": {
              "type": "string",
              "description": "people.field or referrals.field"
             },
             "in": {
              "type": "array",
              "description": "Values it suits",
              "items": {
               "type": [
                "string",
                "number"
               ]
              }
             },
             "min": {
              "type": "number",
              "description": "Least it suits"
             },
             "max": {
              "type": "number",
              "description": "Most it suits"
             },
             "reason": {
              "type": "string",
              "description": "Why it does not suit the others, as tables show it"
             }
            },
            "required": [
             "field",
             "reason"
            ],
            "additionalProperties": false
           }
          }
         },
         "required": [
          "id"
         ],
         "additionalProperties": false
        },
        "minItems": 1
       }
      },
      "required": [
       "offered",
       "risk",
       "list"
      ],
      "additionalProperties": false
     },
     "typology": {
      "type": "object",
      "description": "Types of abuse, and what a plan for each holds",
      "properties": {
       "from": {
        "type": "string",
        "description": "people.field or referrals.field that says the type"
       },
       "items": {
        "type": "object",
        "description": "Type to the items of a plan that answer it",
        "additionalProperties": {
         "type": "array",
         "description": "Items",
         "items": {
          "type": "string"
         },
         "minItems": 1
        }
       }
      },
      "required": [
       "from",
       "items"
      ],
      "additionalProperties": false
     },
     "delivered": {
      "type": "object",
      "description": "What each person received, whatever was assigned; whether they started when left out",
      "properties": {
       "from": {
        "type": "string",
        "description": "people.field, referrals.field or another table.field that says it"
       },
       "treated": {
        "type": "array",
        "description": "Values that mean the programme was received",
        "items": {
         "type": "string"
        },
        "minItems": 1
       }
      },
      "required": [
       "from",
       "treated"
      ],
      "additionalProperties": false
     },
     "blocks": {
      "type": "object",
      "description": "Blocks of six months around stages, before and after: a description, with what selection alone leads to beside it",
      "properties": {
       "outcome": {
        "type": "string",
        "description": "Outcome whose definition says which events count: recorded crime or incidents of the events table; the primary one that can when left out"
       },
       "anchors": {
        "type": "array",
        "description": "Stages the blocks lie around: index, or stages of the stages table",
        "items": {
         "type": "string"
        },
        "minItems": 1
       },
       "before": {
        "type": "integer",
        "description": "Six-month blocks before each stage",
        "minimum": 0
       },
       "after": {
        "type": "integer",
        "description": "Six-month blocks after each stage",
        "minimum": 0
       },
       "scores": {
        "type": "array",
        "description": "Families of scores shown; all that the data have when left out",
        "items": {
         "enum": [
          "count",
          "prevalence",
          "harm"
         ]
        },
        "minItems": 1
       },
       "weights": {
        "type": "array",
        "description": "Ids of tables in data.weights that harm is shown by; all of them when left out",
        "items": {
         "type": "string"
        },
        "minItems": 1
       },
       "horizons": {
        "type": "array",
        "description": "Months after the index date at which the arms are set side by side",
        "items": {
         "type": "integer",
         "minimum": 1
        },
        "minItems": 1
       },
       "selectedOn": {
        "enum": [
         "recent-offending",
         "other"
        ],
        "description": "Whether the treated were selected for recent offending (assumed when left out), or for something that has nothing to do with it"
       },
       "selectedFrom": {
        "type": "object",
        "description": "The rule on recent events by which the treated were selected. Say so only where everyone it was applied to, those passed over too, is analysed",
        "properties": {
         "window": {
          "type": "string",
          "description": "Window of the events the rule looks at, before the index date: block-1, before-12m"
         },
         "atLeast": {
          "type": "integer",
          "description": "Fewest events in it that select",
          "minimum": 1
         }
        },
        "required": [
         "window",
         "atLeast"
        ],
        "additionalProperties": false
       },
       "basePrevalence": {
        "type": "array",
        "description": "Where they are not in the data: shares of everyone the selection was made from with such an event in six months, one or several to go over",
        "items": {
         "type": "number",
         "exclusiveMinimum": 0,
         "maximum": 0.99
        },
        "minItems": 1
       }
      },
      "required": [
       "anchors",
       "before",
       "after"
      ],
      "additionalProperties": false
     },
     "runChart": {
      "type": "object",
      "description": "Events month by month while people are in the cohort: a run chart, not a verdict a month",
      "properties": {
       "outcome": {
        "type": "string",
        "description": "Outcome whose definition says which events count: recorded crime or incidents of the events table; the primary one that can when left out"
       },
       "entry": {
        "type": "string",
        "description": "Stage at which people enter; the index date when left out"
       },
       "exits": {
        "type": "array",
        "description": "Stages that end it, whichever is first; nobody leaves when left out",
        "items": {
         "type": "string"
        },
        "minItems": 1
       },
       "expectedRate": {
        "type": "number",
        "description": "Events a person-month that limits of chance are drawn around; that of all months when left out",
        "minimum": 0
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "throughput": {
      "type": "array",
      "description": "Completions of a period over starts of the same period",
      "items": {
       "type": "object",
       "properties": {
        "from": {
         "type": "string",
         "description": "First day, ISO date"
        },
        "to": {
         "type": "string",
         "description": "Last day, ISO date, included"
        },
        "as": {
         "enum": [
          "completion-rate",
          "throughput-ratio"
         ],
         "description": "What it is to be called. They are different people, so as a completion rate it is refused"
        }
       },
       "required": [
        "from",
        "to",
        "as"
       ],
       "additionalProperties": false
      }
     },
     "landmarks": {
      "type": "array",
      "description": "Against immortal time: people still free of the event on one day, classed by whether they had reached a stage by then, followed from that day",
      "items": {
       "type": "object",
       "properties": {
        "outcome": {
         "type": "string",
         "description": "Outcome with times: time to event"
        },
        "stage": {
         "type": "string",
         "description": "Stage that exposes people, as the stages table has it"
        },
        "days": {
         "type": "integer",
         "description": "Day of the landmark, days after the index date, chosen before outcomes are seen",
         "minimum": 1
        }
       },
       "required": [
        "outcome",
        "stage",
        "days"
       ],
       "additionalProperties": false
      }
     },
     "exposure": {
      "type": "array",
      "description": "Against immortal time: days before a stage count as unexposed, those after it as exposed",
      "items": {
       "type": "object",
       "properties": {
        "outcome": {
         "type": "string",
         "description": "Outcome with times: time to event"
        },
        "stage": {
         "type": "string",
         "description": "Stage that begins the exposure, as the stages table has it"
        }
       },
       "required": [
        "outcome",
        "stage"
       ],
       "additionalProperties": false
      }
     },
     "pseudoStarts": {
      "type": "object",
      "description": "Follow-up of treated people starts on the day of a stage; that of comparison people after a delay drawn from those of treated people, so that both arms wait alike",
      "properties": {
       "stage": {
        "type": "string",
        "description": "Stage at which treated people start, as the stages table has it; who never started is left out"
       },
       "notAtRisk": {
        "enum": [
         "leave-out",
         "draw-again"
        ],
        "description": "Whoever is no longer observed on the day drawn is left out (the default), or draws again from shorter delays"
       }
      },
      "required": [
       "stage"
      ],
      "additionalProperties": false
     },
     "ratings": {
      "type": "array",
      "description": "Ratings of people at two time points, item by item, and which way is better",
      "items": {
       "type": "object",
       "properties": {
        "measure": {
         "type": "string",
         "description": "Measure, as the table of measures names it"
        },
        "items": {
         "type": "array",
         "description": "Items rated; every item found when left out",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "from": {
         "type": "string",
         "description": "First time point; intake when left out"
        },
        "to": {
         "type": "string",
         "description": "Second time point; exit when left out"
        },
        "better": {
         "enum": [
          "higher",
          "lower"
         ],
         "description": "Which way is better"
        },
        "answers": {
         "type": "array",
         "description": "Answers that are words, from the lowest; numbers need none",
         "items": {
          "type": "string"
         },
         "minItems": 2
        }
       },
       "required": [
        "measure",
        "better"
       ],
       "additionalProperties": false
      }
     },
     "training": {
      "type": "array",
      "description": "Courses that members of staff are meant to have taken",
      "items": {
       "type": "object",
       "properties": {
        "course": {
         "type": "string",
         "description": "Course, as the table of training names it"
        },
        "posts": {
         "type": "array",
         "description": "Posts it is meant for; every post when left out",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "techniques": {
         "type": "array",
         "description": "Techniques it teaches, as sessions name them",
         "items": {
          "type": "string"
         },
         "minItems": 1
        }
       },
       "required": [
        "course"
       ],
       "additionalProperties": false
      }
     },
     "workstreams": {
      "type": "array",
      "description": "Parts of the programme, each with where its input, output and outcome are read",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the part",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "What it is called"
        },
        "spend": {
         "type": "array",
         "description": "Input: categories of spend",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "sessions": {
         "type": "array",
         "description": "Output: components of sessions",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "training": {
         "type": "array",
         "description": "Output: courses of members of staff",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "completion": {
         "type": "string",
         "description": "Outcome: id of a completion rule"
        },
        "rating": {
         "type": "object",
         "description": "Outcome: an item of cohort.ratings",
         "properties": {
          "measure": {
           "type": "string",
           "description": "Measure"
          },
          "item": {
           "type": "string",
           "description": "Item of it"
          }
         },
         "required": [
          "measure",
          "item"
         ],
         "additionalProperties": false
        }
       },
       "required": [
        "id"
       ],
       "additionalProperties": false
      }
     },
     "safety": {
      "type": "object",
      "description": "How the safety of victim-survivors and children is counted",
      "properties": {
       "waves": {
        "type": "array",
        "description": "Time points in order; intake, review, exit and follow-up when left out",
        "minItems": 1,
        "items": {
         "type": "string",
         "minLength": 1
        }
       },
       "offerWithinDays": {
        "type": "integer",
        "minimum": 0,
        "description": "Days within which every linked victim-survivor is to be offered support; a longer wait without an offer is a case that needs a person"
       },
       "scales": {
        "type": "array",
        "description": "What victim-survivors say of their own lives, such as space for action and fear: one answer a time point",
        "minItems": 1,
        "items": {
         "type": "object",
         "description": "One scale",
         "properties": {
          "id": {
           "type": "string",
           "description": "Id of the scale",
           "pattern": "^[a-z0-9][a-z0-9.-]*$"
          },
          "label": {
           "type": "string",
           "description": "The scale as pages call it",
           "minLength": 1
          },
          "measure": {
           "type": "string",
           "description": "Measure, as the table of measures names it",
           "minLength": 1
          },
          "item": {
           "type": "string",
           "description": "Item; the total (a row without an item) when left out",
           "minLength": 1
          },
          "better": {
           "enum": [
            "higher",
            "lower"
           ],
           "description": "Which way is better"
          }
         },
         "required": [
          "id",
          "label",
          "measure",
          "better"
         ],
         "additionalProperties": false
        }
       },
       "talkWithChildren": {
        "type": "object",
        "description": "Whether people who took part have told their own children about the change, after a check that it is safe",
        "properties": {
         "measure": {
          "type": "string",
          "description": "Measure, as the table of measures names it",
          "minLength": 1
         },
         "item": {
          "type": "string",
          "description": "Item of the talk",
          "minLength": 1
         },
         "done": {
          "type": "string",
          "description": "Answer that says it is done; yes when left out",
          "minLength": 1
         },
         "forbidden": {
          "type": "string",
          "description": "Answer that says an order forbids it; blocked-by-order when left out",
          "minLength": 1
         },
         "safetyItem": {
          "type": "string",
          "description": "Item of the safety check; none when left out",
          "minLength": 1
         },
         "safe": {
          "type": "string",
          "description": "Answer that says the check found it safe; yes when left out",
          "minLength": 1
         }
        },
        "required": [
         "measure",
         "item"
        ],
        "additionalProperties": false
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "mechanisms": {
      "type": "object",
      "description": "Mechanisms of change that workers rate or code by time point",
      "properties": {
       "measure": {
        "type": "string",
        "description": "Measure, as the table of measures names it",
        "minLength": 1
       },
       "items": {
        "type": "array",
        "description": "Mechanisms in order",
        "minItems": 1,
        "items": {
         "type": "object",
         "description": "One mechanism",
         "properties": {
          "item": {
           "type": "string",
           "description": "Item, as the table of measures names it",
           "minLength": 1
          },
          "label": {
           "type": "string",
           "description": "The mechanism as pages call it",
           "minLength": 1
          }
         },
         "required": [
          "item",
          "label"
         ],
         "additionalProperties": false
        }
       },
       "absent": {
        "type": "array",
        "description": "Answers that say it was looked for and is not there; 0 and no when left out",
        "minItems": 1,
        "items": {
         "type": "string",
         "minLength": 1
        }
       }
      },
      "required": [
       "measure",
       "items"
      ],
      "additionalProperties": false
     },
     "motivation": {
      "type": "object",
      "description": "Two ratings that are never added: motivation to take part, and motivation to change",
      "properties": {
       "measure": {
        "type": "string",
        "description": "Measure, as the table of measures names it",
        "minLength": 1
       },
       "takePart": {
        "type": "string",
        "description": "Item of motivation to take part",
        "minLength": 1
       },
       "change": {
        "type": "string",
        "description": "Item of motivation to change",
        "minLength": 1
       }
      },
      "required": [
       "measure",
       "takePart",
       "change"
      ],
      "additionalProperties": false
     },
     "selfEfficacy": {
      "type": "object",
      "description": "A scale of self-efficacy, before and after, beside completion",
      "properties": {
       "measure": {
        "type": "string",
        "description": "Measure, as the table of measures names it",
        "minLength": 1
       },
       "item": {
        "type": "string",
        "description": "Item; the total (a row without an item) when left out",
        "minLength": 1
       },
       "from": {
        "type": "string",
        "description": "First time point; intake when left out",
        "minLength": 1
       },
       "to": {
        "type": "string",
        "description": "Second time point; exit when left out",
        "minLength": 1
       }
      },
      "required": [
       "measure"
      ],
      "additionalProperties": false
     },
     "indicatorFamilies": {
      "type": "array",
      "description": "Where each family of indicators is read, besides where it is looked for anyway",
      "minItems": 1,
      "items": {
       "type": "object",
       "description": "One source",
       "properties": {
        "family": {
         "type": "string",
         "description": "Id of the family",
         "minLength": 1
        },
        "from": {
         "type": "string",
         "description": "table.field that holds it",
         "minLength": 1
        },
        "where": {
         "type": "object",
         "description": "Fields of the same table and the values that count",
         "additionalProperties": {
          "type": "array",
          "minItems": 1,
          "items": {
           "type": "string"
          }
         }
        }
       },
       "required": [
        "family",
        "from"
       ],
       "additionalProperties": false
      }
     },
     "indicators": {
      "type": "array",
      "description": "Indicators of use of services, each with the direction that is better: a rise can be good",
      "minItems": 1,
      "items": {
       "type": "object",
       "description": "One indicator",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id of the indicator",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "The contacts as pages call them",
         "minLength": 1
        },
        "services": {
         "type": "array",
         "description": "Services that count; all when left out",
         "items": {
          "type": "string",
          "minLength": 1
         },
         "minItems": 1
        },
        "who": {
         "enum": [
          "treated",
          "linked"
         ],
         "description": "Whose contacts: those of treated people, or of the victim-survivors and children linked to them; treated unless said"
        },
        "direction": {
         "enum": [
          "lower-is-better",
          "higher-is-better",
          "neither"
         ],
         "description": "Which direction is better for the people concerned"
        },
        "months": {
         "type": "integer",
         "description": "Months before and after the index date; 12 unless said",
         "minimum": 1
        },
        "early": {
         "type": "array",
         "description": "Values of timing that are an earlier stage",
         "items": {
          "type": "string",
          "minLength": 1
         },
         "minItems": 1
        }
       },
       "required": [
        "id",
        "label",
        "direction"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "MeasurePlan": {
    "type": "object",
    "description": "One instrument, answered by one kind of reporter, at its time points. Two reporters are two entries: their answers are never pooled",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the entry, for keys; the id of the measure when left out",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "measure": {
      "type": "string",
      "description": "Id of a measure that ships, or of the definition in the file"
     },
     "version": {
      "type": "string",
      "description": "Version of the definition the answers are scored by; another than the one held is refused"
     },
     "definition": {
      "type": "string",
      "description": "File of a definition of one's own, relative to the study folder; likewise measures new writes a worked one"
     },
     "form": {
      "type": "string",
      "description": "What the table measures calls it; its id when left out"
     },
     "reporter": {
      "enum": [
       "victim-survivor",
       "perpetrator",
       "worker",
       "child"
      ],
      "description": "Who answers. Where the table has a column reporter, only rows of this reporter are read"
     },
     "scores": {
      "type": "array",
      "description": "Scores of the instrument, by id; its primary score when left out",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "items": {
      "type": "array",
      "description": "What the table calls items 1, 2 and so on; as the definition names them when left out",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "waves": {
      "type": "array",
      "description": "Time points in order: change is from the first to the last, and over all of them",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "missingCodes": {
      "type": "array",
      "description": "Codes that mean no answer, beside those of the definition",
      "items": {
       "type": "number"
      }
     },
     "coding": {
      "enum": [
       "as-asked",
       "already-reversed"
      ],
      "description": "How answers were coded; needed where they look coded otherwise than the definition says"
     },
     "covariate": {
      "type": "object",
      "description": "Its first score as a covariate of the baseline, to match, weight or adjust by: what it is called there, and how many days after the index date it may be answered. Answered later, or on a day not known, it is missing there: what came after may be an effect of the programme",
      "properties": {
       "name": {
        "type": "string",
        "description": "Name of the covariate",
        "pattern": "^[a-z][a-z0-9_]*$"
       },
       "withinDays": {
        "type": "integer",
        "description": "Days after the index date; 0 is up to the day itself",
        "minimum": 0
       }
      },
      "required": [
       "name",
       "withinDays"
      ],
      "additionalProperties": false
     },
     "order": {
      "type": "string",
      "description": "Order of items on the form, where several circulate"
     },
     "reliability": {
      "type": "object",
      "description": "Reliability that tells change from error of measurement, instead of what the definition holds",
      "properties": {
       "value": {
        "type": "number",
        "description": "From 0 to below 1",
        "minimum": 0,
        "maximum": 0.9999
       },
       "type": {
        "enum": [
         "alpha",
         "omega",
         "test-retest",
         "test-retest-icc"
        ],
        "description": "Alpha has no error over time, so it makes thresholds smaller"
       },
       "sd": {
        "type": "number",
        "description": "Standard deviation to go with it, points; that of first scores when left out",
        "exclusiveMinimum": 0
       },
       "source": {
        "type": "string",
        "description": "Where it was published",
        "minLength": 1
       }
      },
      "required": [
       "value",
       "type",
       "source"
      ],
      "additionalProperties": false
     },
     "norms": {
      "type": "object",
      "description": "People without the problem, for a cut-off, instead of the published one",
      "properties": {
       "mean": {
        "type": "number",
        "description": "Points"
       },
       "sd": {
        "type": "number",
        "description": "Points",
        "exclusiveMinimum": 0
       },
       "source": {
        "type": "string",
        "description": "Where it was published",
        "minLength": 1
       }
      },
      "required": [
       "mean",
       "sd",
       "source"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "measure",
     "reporter",
     "waves"
    ],
    "additionalProperties": false
   },
   "Outcome": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the outcome, for keys",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "label": {
      "type": "string",
      "description": "Noun phrase in lower case: recorded domestic-abuse crime within 12 months"
     },
     "unit": {
      "enum": [
       "person",
       "dyad",
       "family",
       "area-month"
      ],
      "description": "What one unit of analysis is"
     },
     "basis": {
      "enum": [
       "proven",
       "charged",
       "recorded-crime",
       "incident",
       "victim-report",
       "self-report",
       "worker-judgement"
      ],
      "description": "What kind of record the outcome rests on; different bases never share a row, a pool or a unit cost"
     },
     "reporter": {
      "enum": [
       "victim-survivor",
       "perpetrator",
       "worker",
       "police",
       "court",
       "administrative"
      ],
      "description": "Whose account it is"
     },
     "definition": {
      "type": "string",
      "description": "recorded, proven, or an id of the plan"
     },
     "kind": {
      "enum": [
       "binary",
       "count",
       "continuous",
       "time-to-event"
      ],
      "description": "Yes or no, a count, a score, or a time until something happens"
     },
     "window": {
      "type": "string",
      "description": "Window id: recorded-12m, moj-proven-12m, moj-365-183, before-24m, block+1, block-1"
     },
     "from": {
      "type": "string",
      "description": "Table it comes from: events, outcomes or measures"
     },
     "outcome": {
      "type": "string",
      "description": "Id in the outcomes table, or the entry of measures whose later score it is"
     },
     "events": {
      "enum": [
       "all",
       "domestic",
       "same-victim",
       "new-victim"
      ],
      "description": "Which events count"
     },
     "harm": {
      "type": "object",
      "description": "Harm of the events, for a continuous outcome from events",
      "properties": {
       "weights": {
        "type": "string",
        "description": "Id of the table in data.weights"
       },
       "summary": {
        "enum": [
         "sum",
         "max"
        ],
        "description": "Harm of all events of the window, or of the gravest; harm per event is of offenders alone, so it is no outcome"
       }
      },
      "required": [
       "weights",
       "summary"
      ],
      "additionalProperties": false
     },
     "direction": {
      "enum": [
       "lower",
       "higher"
      ],
      "description": "Which direction is better for the people concerned"
     },
     "primary": {
      "type": "boolean",
      "description": "The one outcome that decides a comparison"
     },
     "smallestEffect": {
      "type": "number",
      "description": "Smallest effect of interest, on the primary measure’s scale",
      "exclusiveMinimum": 0
     },
     "measure": {
      "enum": [
       "riskDifference",
       "riskRatio",
       "oddsRatio",
       "meanDifference",
       "rateDifference",
       "rateRatio",
       "hazardRatio",
       "restrictedMeanSurvivalTimeDifference",
       "differenceInDifferences",
       "levelChange",
       "slopeChange"
      ],
      "description": "Primary measure of effect; a default is chosen, and said to be one, where it is left out"
     },
     "estimator": {
      "type": "string",
      "description": "Primary estimator: crude, adjusted, matched …"
     },
     "level": {
      "type": "number",
      "description": "Level of the interval that decides the verdict",
      "exclusiveMinimum": 0.5,
      "exclusiveMaximum": 1
     },
     "timeUnit": {
      "type": "string",
      "description": "Unit of the times of this outcome"
     },
     "offenceGroup": {
      "type": "string",
      "description": "Group of offences the outcome counts, as costs are listed by; a label for costing, it selects no events"
     }
    },
    "required": [
     "id",
     "label",
     "basis",
     "reporter",
     "definition",
     "kind",
     "direction"
    ],
    "additionalProperties": false
   },
   "ComparisonPlan": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the comparison, for keys"
     },
     "label": {
      "type": "string",
      "description": "The comparison as pages call it"
     },
     "headline": {
      "type": "boolean",
      "description": "The one comparison the verdict rests on"
     },
     "assignment": {
      "enum": [
       "random",
       "cutoff",
       "instrument",
       "area-rollout",
       "waiting-list",
       "capacity-limit",
       "selected"
      ],
      "description": "How people came to be treated: at random, by a cut-off of a score, by something that shifts treatment and nothing else, by area as it was rolled out, by the order of a waiting list, by whether places were left, or chosen by people"
     },
     "comparator": {
      "enum": [
       "none",
       "national-rate",
       "historical",
       "concurrent-untreated",
       "waiting-list",
       "dropouts",
       "refusers",
       "randomised-control"
      ],
      "description": "Who the comparison group are"
     },
     "outcomes": {
      "type": "array",
      "description": "Ids of the outcomes compared; all when left out",
      "items": {
       "type": "string"
      }
     },
     "method": {
      "enum": [
       "none",
       "nearest",
       "radius",
       "optimal",
       "full",
       "subclass",
       "cem",
       "exact",
       "ipw",
       "entropy",
       "overlap",
       "matching-weights"
      ],
      "description": "How like is compared with like; none takes the arms as they are"
     },
     "preset": {
      "enum": [
       "jdl"
      ],
      "description": "Settings of a known evaluator, where a result is to be compared with theirs"
     },
     "estimand": {
      "enum": [
       "att",
       "atc",
       "ate",
       "ato"
      ],
      "description": "Whose effect is estimated; dropping treated people changes it, and the result says so"
     },
     "score": {
      "enum": [
       "logit",
       "probit"
      ],
      "description": "Model of the propensity score"
     },
     "scoreSquares": {
      "type": "array",
      "description": "Covariates that are numbers whose squares also enter the propensity score",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "scoreSplines": {
      "type": "array",
      "description": "Covariates that are numbers which enter the propensity score as curves: restricted cubic splines with four knots, at Harrell's quantiles",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "distance": {
      "enum": [
       "probability",
       "linear",
       "odds",
       "mahalanobis",
       "robust-mahalanobis"
      ],
      "description": "What nearness means: a difference of propensity scores as probabilities, on the scale of the link or as odds, or of covariates together (Mahalanobis, of the values or of their ranks)"
     },
     "caliper": {
      "type": "number",
      "description": "Largest distance allowed, in standard deviations of the distance used over all rows; of a Mahalanobis distance, in that distance itself; for method radius, the radius",
      "exclusiveMinimum": 0
     },
     "ratio": {
      "type": "integer",
      "description": "Comparison people for each treated person",
      "minimum": 1
     },
     "replace": {
      "type": "boolean",
      "description": "A comparison person may serve more than once"
     },
     "order": {
      "enum": [
       "largest",
       "smallest",
       "closest",
       "data",
       "random"
      ],
      "description": "Who is matched first"
     },
     "exact": {
      "type": "array",
      "description": "Covariates that must agree exactly",
      "items": {
       "type": "string"
      }
     },
     "ratioRange": {
      "type": "object",
      "description": "In method full: fewest and most comparison people for each treated person of a set; a fewest of one half lets two treated people share one",
      "properties": {
       "least": {
        "type": "number",
        "description": "Comparison people for each treated person: a whole number, or one part of a whole number (1/2, 1/3)",
        "exclusiveMinimum": 0
       },
       "most": {
        "type": "integer",
        "description": "Comparison people for each treated person",
        "minimum": 1
       }
      },
      "required": [
       "least",
       "most"
      ],
      "additionalProperties": false
     },
     "covariateCalipers": {
      "type": "object",
      "description": "Largest difference allowed between matched people on a covariate that is a number, by its name, in its standard deviations over all rows",
      "additionalProperties": {
       "type": "number",
       "exclusiveMinimum": 0
      }
     },
     "antiExact": {
      "type": "array",
      "description": "Columns of the baseline on which matched people must differ",
      "items": {
       "type": "string"
      }
     },
     "distanceCovariates": {
      "type": "array",
      "description": "Covariates a Mahalanobis distance is made of; all when left out",
      "items": {
       "type": "string"
      },
      "minItems": 1
     },
     "scoreCaliper": {
      "type": "number",
      "description": "With a Mahalanobis distance: largest difference allowed in the propensity score (a probability), in its standard deviations over all rows",
      "exclusiveMinimum": 0
     },
     "commonSupport": {
      "enum": [
       "none",
       "treated",
       "comparison",
       "both"
      ],
      "description": "Whose people are left out when their propensity score is outside the range of the other arm's; leaving out treated people changes the estimand, and the result says so"
     },
     "subclasses": {
      "type": "integer",
      "description": "Strata the propensity score is cut into by method subclass; 5 when left out",
      "minimum": 2
     },
     "bins": {
      "type": "integer",
      "description": "Bins of equal width method cem cuts each number into; by Sturges' rule when left out",
      "minimum": 1
     },
     "trim": {
      "type": "number",
      "description": "People whose propensity score is nearer to 0 or 1 than this are left out before weighting",
      "exclusiveMinimum": 0,
      "exclusiveMaximum": 0.5
     },
     "stabilise": {
      "type": "boolean",
      "description": "In method ipw: weights of each arm are multiplied by its share of people, so that they are near 1; weighted means stay as they are"
     },
     "samplingWeights": {
      "type": "string",
      "description": "Column of the baseline with the number of people each one stands for, as a survey gives it; it enters score, balance and estimates"
     },
     "covariates": {
      "type": "array",
      "description": "What is compared, matched and adjusted for; all known at the index date. Left out: every mapped field of people that can be a covariate (codes, numbers, true and false), the age and index quarter worked out from them, and every item of cohort.baseline, so that mapping a further field changes the estimates; list them where they must not change",
      "items": {
       "type": "string"
      }
     },
     "baselineOutcome": {
      "type": "string",
      "description": "Covariate that is the outcome before the programme"
     },
     "cluster": {
      "type": "string",
      "description": "Unit people were assigned by"
     },
     "subgroups": {
      "type": "array",
      "description": "Covariates whose levels are looked at apart; secondary",
      "items": {
       "type": "string"
      }
     },
     "strata": {
      "type": "array",
      "description": "Columns of the baseline whose levels have hazards of their own, in hazard ratios and the log-rank test",
      "items": {
       "type": "string"
      }
     },
     "multiplicity": {
      "enum": [
       "none",
       "holm",
       "bh"
      ],
      "description": "How p-values of secondary outcomes are adjusted for their number: Holm or Benjamini and Hochberg; printed beside, the primary outcome untouched"
     },
     "horizon": {
      "type": "number",
      "description": "Time up to which the mean time without the event is compared, in the unit of the times; the last time seen in both arms when left out",
      "exclusiveMinimum": 0
     },
     "bootstrap": {
      "type": "integer",
      "description": "Resamples the standard errors of weighted, adjusted and matched effects are taken from, everything estimated again in each; by formula when left out",
      "minimum": 199,
      "maximum": 100000
     },
     "targetTrial": {
      "$ref": "#/$defs/TargetTrialPlan"
     },
     "missing": {
      "enum": [
       "drop",
       "indicator",
       "impute"
      ],
      "description": "What becomes of people with a missing covariate: left out, kept with a marker that says so, or their covariates imputed several times over and the answers pooled"
     },
     "imputations": {
      "type": "integer",
      "description": "Data sets made where missing is impute; when left out 20, or the percentage of people with a gap where that is more",
      "minimum": 2,
      "maximum": 1000
     },
     "sensitivity": {
      "$ref": "#/$defs/SensitivityPlan"
     },
     "level": {
      "type": "number",
      "description": "Level of the intervals, where an outcome declares none",
      "exclusiveMinimum": 0.5,
      "exclusiveMaximum": 1
     }
    },
    "required": [
     "id",
     "assignment",
     "comparator"
    ],
    "additionalProperties": false
   },
   "SensitivityPlan": {
    "type": "object",
    "description": "Checks of how far the result rests on what was not measured, on choices and on records",
    "properties": {
     "gammas": {
      "type": "array",
      "items": {
       "type": "number",
       "minimum": 1,
       "maximum": 1000
      },
      "minItems": 1,
      "description": "Factors on the odds of treatment at which Rosenbaum bounds of matched people are given; 1, 1.25, 1.5, 1.75, 2, 2.5 and 3 when left out"
     },
     "calipers": {
      "type": "array",
      "items": {
       "type": "number",
       "exclusiveMinimum": 0
      },
      "minItems": 1,
      "description": "Calipers the comparison is made with again, in the unit of its caliper"
     },
     "sites": {
      "type": "string",
      "description": "Column of the baseline whose levels are left out one at a time"
     },
     "negativeControls": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Ids of outcomes the programme cannot affect: a difference in them is a warning"
     },
     "specifications": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/SpecificationPlan"
      },
      "description": "Other reasonable ways of comparing, declared beforehand; the comparison's own stays the answer"
     },
     "missingOutcomes": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "outcome": {
         "type": "string",
         "description": "Outcome id"
        },
        "range": {
         "type": "array",
         "items": {
          "type": "number"
         },
         "minItems": 2,
         "maxItems": 2,
         "description": "Least and most it can be; 0 and 1 for an event when left out"
        }
       },
       "required": [
        "outcome"
       ],
       "additionalProperties": false
      },
      "description": "Outcomes whose effect is bounded with those taken in of whom it is not known"
     },
     "recording": {
      "type": "array",
      "items": {
       "$ref": "#/$defs/RecordingPlan"
      },
      "description": "How completely events of each arm are thought to be recorded"
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "SpecificationPlan": {
    "type": "object",
    "description": "A reasonable other way of comparing: what it changes, everything else staying as it is",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the choice, for keys"
     },
     "label": {
      "type": "string",
      "description": "The choice as pages call it"
     },
     "method": {
      "enum": [
       "none",
       "nearest",
       "radius",
       "optimal",
       "full",
       "subclass",
       "cem",
       "exact",
       "ipw",
       "entropy",
       "overlap",
       "matching-weights"
      ],
      "description": "How like is compared with like; none takes the arms as they are"
     },
     "estimand": {
      "enum": [
       "att",
       "atc",
       "ate",
       "ato"
      ],
      "description": "Whose effect is estimated; dropping treated people changes it, and the result says so"
     },
     "score": {
      "enum": [
       "logit",
       "probit"
      ],
      "description": "Model of the propensity score"
     },
     "distance": {
      "enum": [
       "probability",
       "linear",
       "odds",
       "mahalanobis",
       "robust-mahalanobis"
      ],
      "description": "What nearness means: a difference of propensity scores as probabilities, on the scale of the link or as odds, or of covariates together (Mahalanobis, of the values or of their ranks)"
     },
     "caliper": {
      "anyOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "type": "null"
       }
      ],
      "description": "As the comparison's caliper; null for none"
     },
     "ratio": {
      "type": "integer",
      "description": "Comparison people for each treated person",
      "minimum": 1
     },
     "replace": {
      "type": "boolean",
      "description": "A comparison person may serve more than once"
     },
     "order": {
      "enum": [
       "largest",
       "smallest",
       "closest",
       "data",
       "random"
      ],
      "description": "Who is matched first"
     },
     "trim": {
      "type": "number",
      "description": "People whose propensity score is nearer to 0 or 1 than this are left out before weighting",
      "exclusiveMinimum": 0,
      "exclusiveMaximum": 0.5
     },
     "covariates": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Compared, matched and adjusted for instead"
     },
     "exact": {
      "type": "array",
      "description": "Covariates that must agree exactly",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "id"
    ],
    "additionalProperties": false
   },
   "RecordingPlan": {
    "type": "object",
    "description": "What is thought possible of how events get into the records; support that leads people to report raises the treated's sensitivity",
    "properties": {
     "outcome": {
      "type": "string",
      "description": "Outcome id"
     },
     "treated": {
      "type": "object",
      "description": "Of the treated",
      "properties": {
       "sensitivity": {
        "type": "array",
        "items": {
         "type": "number",
         "exclusiveMinimum": 0,
         "maximum": 1
        },
        "minItems": 2,
        "maxItems": 2,
        "description": "Least and greatest share of events that are recorded"
       },
       "specificity": {
        "type": "array",
        "items": {
         "type": "number",
         "exclusiveMinimum": 0,
         "maximum": 1
        },
        "minItems": 2,
        "maxItems": 2,
        "description": "Least and greatest share of people without an event of whom none is recorded; exactly 1 when left out"
       }
      },
      "required": [
       "sensitivity"
      ],
      "additionalProperties": false
     },
     "comparison": {
      "type": "object",
      "description": "Of comparison people",
      "properties": {
       "sensitivity": {
        "type": "array",
        "items": {
         "type": "number",
         "exclusiveMinimum": 0,
         "maximum": 1
        },
        "minItems": 2,
        "maxItems": 2,
        "description": "Least and greatest share of events that are recorded"
       },
       "specificity": {
        "type": "array",
        "items": {
         "type": "number",
         "exclusiveMinimum": 0,
         "maximum": 1
        },
        "minItems": 2,
        "maxItems": 2,
        "description": "Least and greatest share of people without an event of whom none is recorded; exactly 1 when left out"
       }
      },
      "required": [
       "sensitivity"
      ],
      "additionalProperties": false
     },
     "correlation": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "description": "Of the arms' sensitivities as drawn; 0 when left out, which errs wide"
     },
     "draws": {
      "type": "integer",
      "minimum": 100,
      "maximum": 1000000,
      "description": "Recordings drawn at random; 10,000 when left out"
     }
    },
    "required": [
     "outcome",
     "treated",
     "comparison"
    ],
    "additionalProperties": false
   },
   "TargetTrialPlan": {
    "type": "object",
    "description": "Effect of completing, or of at least so many sessions: two strategies everybody could have been asked to follow from one time zero, as a trial would compare them",
    "properties": {
     "strategies": {
      "type": "array",
      "description": "The two strategies, the first against the second",
      "items": {
       "$ref": "#/$defs/TargetTrialStrategy"
      },
      "minItems": 2,
      "maxItems": 2
     },
     "graceDays": {
      "type": "integer",
      "description": "Days after time zero in which a strategy is to be carried out",
      "minimum": 0
     },
     "timeZero": {
      "type": "string",
      "description": "Day everybody is eligible and follow-up starts, table.field: the index date of the cohort"
     },
     "horizonDays": {
      "type": "integer",
      "description": "Days after time zero at which risks are read",
      "minimum": 1
     },
     "intervalDays": {
      "type": "integer",
      "description": "Days in an interval of the model of leaving a strategy, a divisor of graceDays; 1 when left out",
      "minimum": 1
     }
    },
    "required": [
     "strategies",
     "graceDays",
     "timeZero",
     "horizonDays"
    ],
    "additionalProperties": false
   },
   "TargetTrialStrategy": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the strategy, for keys"
     },
     "label": {
      "type": "string",
      "description": "The strategy as pages call it"
     },
     "completed": {
      "type": "string",
      "description": "Id of a rule of cohort.completion, to be met within the grace period"
     },
     "sessions": {
      "type": "integer",
      "description": "At least so many sessions attended within the grace period; a strategy says completed or sessions",
      "minimum": 1
     },
     "not": {
      "type": "boolean",
      "description": "The strategy is the opposite: not to, within the grace period"
     }
    },
    "required": [
     "id"
    ],
    "additionalProperties": false
   },
   "DateFormat": {
    "enum": [
     "yyyy-mm-dd",
     "dd/mm/yyyy",
     "mm/dd/yyyy",
     "dd-mm-yyyy",
     "dd.mm.yyyy",
     "yyyy/mm/dd",
     "yyyymmdd",
     "dd-mon-yyyy",
     "dd/mm/yy",
     "mm/dd/yy",
     "dd-mon-yy",
     "excel-serial",
     "mm/yyyy",
     "mon-yyyy",
     "yyyy-mm",
     "yyyy"
    ],
    "description": "How a date is written; the last four are partial, and stay so: an earliest and a latest day"
   },
   "IdentifierColumn": {
    "anyOf": [
     {
      "type": "string",
      "description": "Header of the column"
     },
     {
      "type": "object",
      "properties": {
       "column": {
        "type": "string",
        "description": "Header of the column"
       },
       "dateFormat": {
        "anyOf": [
         {
          "$ref": "#/$defs/DateFormat"
         },
         {
          "type": "array",
          "items": {
           "$ref": "#/$defs/DateFormat"
          },
          "minItems": 1,
          "description": "Several forms in one column; no text may be a day in two of them"
         }
        ],
        "description": "How dates are written in this column"
       }
      },
      "required": [
       "column"
      ],
      "additionalProperties": false
     }
    ]
   },
   "Linkage": {
    "type": "object",
    "description": "How one table is linked to people",
    "properties": {
     "table": {
      "type": "string",
      "description": "Table whose rows are to be linked"
     },
     "holds": {
      "enum": [
       "study",
       "area"
      ],
      "description": "Whom the rows are about: only people of the study, so that a row linked to nobody is one of theirs that was missed (the default), or others of the area too"
     },
     "rules": {
      "type": "array",
      "description": "Deterministic rules, strictest first: a pair that agrees on every identifier of a rule is a link",
      "items": {
       "type": "array",
       "items": {
        "type": "string"
       },
       "minItems": 1
      }
     },
     "probabilistic": {
      "type": "object",
      "description": "Fellegi-Sunter linkage of what the rules left",
      "properties": {
       "compare": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "minItems": 2,
        "description": "Identifiers compared"
       },
       "blocks": {
        "type": "array",
        "items": {
         "type": "array",
         "items": {
          "type": "string"
         },
         "minItems": 1
        },
        "minItems": 1,
        "description": "Only pairs that agree on every identifier of a block are compared; any block will do"
       },
       "accept": {
        "type": "number",
        "description": "Posterior probability from which a pair is a link",
        "minimum": 0.5,
        "maximum": 1
       },
       "review": {
        "type": "number",
        "description": "Posterior probability from which a pair goes on the review list",
        "minimum": 0,
        "maximum": 1
       }
      },
      "required": [
       "compare",
       "blocks",
       "accept",
       "review"
      ],
      "additionalProperties": false
     },
     "groups": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Fields of people by which match rates are shown"
     },
     "decisions": {
      "type": "string",
      "description": "File of decisions about pairs on the review list, relative to the study folder"
     }
    },
    "required": [
     "table"
    ],
    "additionalProperties": false
   },
   "WeightTable": {
    "type": "object",
    "description": "A table of harm weights or gravity, by offence",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the table, for keys",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "scheme": {
      "enum": [
       "cchi",
       "css",
       "gravity",
       "own"
      ],
      "description": "What the weights are: Cambridge Crime Harm Index, Crime Severity Score, a gravity scale, or the study’s own"
     },
     "file": {
      "type": "string",
      "description": "Relative to the study folder; the table is the study’s to bring, none is built in",
      "minLength": 1
     },
     "edition": {
      "type": "string",
      "description": "Edition of the table: totals of two editions are never added or compared",
      "minLength": 1
     },
     "unit": {
      "type": "string",
      "description": "Unit of a weight, where the scheme does not say (days, score, points)",
      "minLength": 1
     },
     "columns": {
      "type": "object",
      "description": "Which columns hold what; an offence needs a code or words",
      "properties": {
       "code": {
        "type": "string",
        "description": "Header of the column of offence codes"
       },
       "text": {
        "type": "string",
        "description": "Header of the column of offences in words"
       },
       "weight": {
        "type": "string",
        "description": "Header of the column of weights"
       },
       "proactive": {
        "type": "string",
        "description": "Header of the column that says an offence only exists because police went looking"
       }
      },
      "required": [
       "weight"
      ],
      "additionalProperties": false
     },
     "source": {
      "type": "string",
      "description": "Where the table comes from, as pages show it",
      "minLength": 1
     },
     "synonyms": {
      "type": "array",
      "description": "Ways of writing an offence that the extracts use; each stands for a code or for a title of the table",
      "items": {
       "type": "object",
       "properties": {
        "text": {
         "type": "string",
         "description": "Words of the extracts",
         "minLength": 1
        },
        "code": {
         "type": "string",
         "description": "Offence code they stand for"
        },
        "title": {
         "type": "string",
         "description": "Words of the table they stand for"
        }
       },
       "required": [
        "text"
       ],
       "additionalProperties": false
      }
     },
     "whenDisagree": {
      "enum": [
       "neither",
       "code",
       "text"
      ],
      "description": "What counts where code and words are different offences of different weight; neither (the default) leaves the event without one"
     },
     "leadingZerosLost": {
      "type": "boolean",
      "description": "Offence codes lost the zeros in front, so that 806 is 00806: somebody has looked"
     },
     "mostUnweighed": {
      "type": "number",
      "description": "Share of crimes that may go without a weight before every total is refused; 0.02 when left out",
      "minimum": 0,
      "maximum": 1
     },
     "nonCrimeFloor": {
      "type": "object",
      "description": "Worth of an incident that is no crime: no scheme has one, and pages say whose this is",
      "properties": {
       "weight": {
        "type": "number",
        "description": "In the unit of the table",
        "minimum": 0
       },
       "why": {
        "type": "string",
        "description": "Why, as pages show it",
        "minLength": 1
       }
      },
      "required": [
       "weight",
       "why"
      ],
      "additionalProperties": false
     },
     "severityClasses": {
      "type": "array",
      "description": "Classes of severity, in rising order; a default is used, and said to be one, where the scheme has one",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string",
         "description": "Name of the class",
         "pattern": "^[a-z0-9][a-z0-9-]*$"
        },
        "label": {
         "type": "string",
         "description": "The class as pages call it"
        },
        "from": {
         "type": "number",
         "description": "Least weight of the class",
         "minimum": 0
        }
       },
       "required": [
        "id",
        "label",
        "from"
       ],
       "additionalProperties": false
      },
      "minItems": 1
     }
    },
    "required": [
     "id",
     "scheme",
     "file",
     "edition",
     "columns"
    ],
    "additionalProperties": false
   },
   "ScorePlan": {
    "type": "object",
    "description": "A score of recency, frequency, gravity and victims: no force’s own is known, so every part is declared",
    "properties": {
     "asOf": {
      "type": "array",
      "description": "Days the score is worked out on, in rising order",
      "items": {
       "type": "string",
       "format": "date"
      },
      "minItems": 1
     },
     "lookBackDays": {
      "type": "integer",
      "minimum": 1,
      "description": "Days of events it looks at, the as-of day the last of them; 730 when left out"
     },
     "events": {
      "enum": [
       "all",
       "domestic"
      ],
      "description": "Which events it looks at"
     },
     "basis": {
      "enum": [
       "recorded-crime",
       "incident"
      ],
      "description": "Recorded crime or every incident (the default)"
     },
     "weights": {
      "type": "object",
      "description": "How the parts are added; 0 leaves a part out",
      "properties": {
       "recency": {
        "type": "number",
        "description": "Weight of the recency part",
        "minimum": 0
       },
       "frequency": {
        "type": "number",
        "description": "Weight of the frequency part",
        "minimum": 0
       },
       "gravity": {
        "type": "number",
        "description": "Weight of the gravity part",
        "minimum": 0
       },
       "victims": {
        "type": "number",
        "description": "Weight of the victims part",
        "minimum": 0
       }
      },
      "required": [
       "recency",
       "frequency",
       "gravity",
       "victims"
      ],
      "additionalProperties": false
     },
     "recency": {
      "type": "object",
      "description": "Points by days since the last event: a half-life, or bands",
      "properties": {
       "halfLifeDays": {
        "type": "number",
        "description": "Days in which the points of the last event halve",
        "exclusiveMinimum": 0
       },
       "points": {
        "type": "number",
        "description": "Points of an event on the as-of day, with a half-life",
        "minimum": 0
       },
       "bands": {
        "type": "array",
        "description": "Points by band",
        "items": {
         "type": "object",
         "properties": {
          "withinDays": {
           "type": "integer",
           "minimum": 0,
           "description": "Days since the last event, at most"
          },
          "points": {
           "type": "number",
           "description": "Points",
           "minimum": 0
          }
         },
         "required": [
          "withinDays",
          "points"
         ],
         "additionalProperties": false
        },
        "minItems": 1
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "frequency": {
      "type": "object",
      "description": "Points by number of events: the number up to a cap, or bands",
      "properties": {
       "cap": {
        "type": "integer",
        "minimum": 1,
        "description": "Most events that count"
       },
       "bands": {
        "type": "array",
        "description": "Points by band",
        "items": {
         "type": "object",
         "properties": {
          "from": {
           "type": "integer",
           "minimum": 0,
           "description": "Events, at least"
          },
          "points": {
           "type": "number",
           "description": "Points",
           "minimum": 0
          }
         },
         "required": [
          "from",
          "points"
         ],
         "additionalProperties": false
        },
        "minItems": 1
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "gravity": {
      "type": "object",
      "description": "Gravity of the events",
      "properties": {
       "table": {
        "type": "string",
        "description": "Id of the weight table in data.weights"
       },
       "summary": {
        "enum": [
         "sum",
         "max",
         "mean"
        ],
        "description": "How the gravities of the events become one; a mean can fall when an event is added, and the result says so"
       }
      },
      "required": [
       "table",
       "summary"
      ],
      "additionalProperties": false
     },
     "victims": {
      "type": "object",
      "description": "Points by number of distinct victims: the number up to a cap, or bands",
      "properties": {
       "cap": {
        "type": "integer",
        "minimum": 1,
        "description": "Most victims that count"
       },
       "bands": {
        "type": "array",
        "description": "Points by band",
        "items": {
         "type": "object",
         "properties": {
          "from": {
           "type": "integer",
           "minimum": 0,
           "description": "Distinct victims, at least"
          },
          "points": {
           "type": "number",
           "description": "Points",
           "minimum": 0
          }
         },
         "required": [
          "from",
          "points"
         ],
         "additionalProperties": false
        },
        "minItems": 1
       }
      },
      "required": [],
      "additionalProperties": false
     }
    },
    "required": [
     "asOf",
     "events",
     "weights",
     "recency",
     "frequency",
     "gravity",
     "victims"
    ],
    "additionalProperties": false
   },
   "DesignDescription": {
    "type": "object",
    "description": "A design without its data, as a published study describes it: what grade needs to know",
    "properties": {
     "design": {
      "const": "likewise/design",
      "description": "Marks the file as the description of a design"
     },
     "title": {
      "type": "string",
      "minLength": 1,
      "description": "The study, as pages call it"
     },
     "source": {
      "type": "string",
      "description": "Where it is published"
     },
     "assignment": {
      "enum": [
       "random",
       "cutoff",
       "instrument",
       "area-rollout",
       "waiting-list",
       "capacity-limit",
       "selected"
      ],
      "description": "How people came to be treated: at random, by a cut-off of a score, by something that shifts treatment and nothing else, by area as it was rolled out, by the order of a waiting list, by whether places were left, or chosen by people"
     },
     "comparator": {
      "enum": [
       "none",
       "national-rate",
       "historical",
       "concurrent-untreated",
       "waiting-list",
       "dropouts",
       "refusers",
       "randomised-control"
      ],
      "description": "Who the comparison group are"
     },
     "contrast": {
      "enum": [
       "after-only",
       "before-after",
       "interrupted-time-series",
       "difference-in-differences"
      ],
      "description": "After only, or with outcomes from before the start too; panels and synthetic controls are differences in differences"
     },
     "adjustment": {
      "enum": [
       "none",
       "covariates",
       "matching",
       "weighting",
       "design"
      ],
      "description": "What makes the groups alike"
     },
     "analysisSet": {
      "enum": [
       "referred",
       "offered",
       "started",
       "completed"
      ],
      "description": "Whose outcomes are compared"
     },
     "balance": {
      "type": "object",
      "description": "How alike the groups were at the start",
      "properties": {
       "above25": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Covariates that differ by more than 0.25 standard deviations"
       },
       "above10": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Covariates that differ by more than 0.10 and not adjusted for"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "essentials": {
      "type": "object",
      "description": "Age, sex, number and recency of prior offences, and calendar period",
      "properties": {
       "missing": {
        "type": "array",
        "items": {
         "enum": [
          "age",
          "sex",
          "priorCount",
          "priorRecency",
          "calendarPeriod"
         ]
        },
        "description": "Those the analysis leaves out"
       },
       "above10": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Those that differ by more than 0.10 standard deviations afterwards and are not adjusted for"
       },
       "spread": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "Those with a variance ratio outside 0.5 to 2"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "supportShare": {
      "type": "object",
      "description": "Treated people kept in the analysis",
      "properties": {
       "value": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "Share, 0 to 1"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "value"
      ],
      "additionalProperties": false
     },
     "priorOutcome": {
      "type": "object",
      "description": "The outcome measured before entry in both arms",
      "properties": {
       "balanced": {
        "type": "boolean",
        "description": "Alike in both arms afterwards, or differenced"
       },
       "why": {
        "type": [
         "string",
         "null"
        ],
        "description": "The justification; without one a fact that speaks for the study counts as not met"
       }
      },
      "required": [
       "balanced"
      ],
      "additionalProperties": false
     },
     "evidence": {
      "$ref": "#/$defs/Facts"
     }
    },
    "required": [
     "design",
     "title"
    ],
    "additionalProperties": false
   },
   "Rates": {
    "type": "object",
    "description": "Rates published elsewhere, each with its period, its people and its source, and which are set beside one another",
    "properties": {
     "declared": {
      "type": "array",
      "description": "The rates",
      "minItems": 1,
      "items": {
       "type": "object",
       "description": "One published rate",
       "properties": {
        "id": {
         "type": "string",
         "description": "Id of the rate",
         "pattern": "^[a-z0-9][a-z0-9.-]*$"
        },
        "label": {
         "type": "string",
         "description": "What happened to whom, as pages call it",
         "minLength": 1
        },
        "percent": {
         "type": "number",
         "description": "Rate, as a percentage of people",
         "minimum": 0,
         "maximum": 100
        },
        "period": {
         "anyOf": [
          {
           "enum": [
            "lifetime"
           ]
          },
          {
           "type": "integer",
           "minimum": 1
          }
         ],
         "description": "Months it is counted over, or lifetime"
        },
        "population": {
         "type": "string",
         "description": "People it is of",
         "minLength": 1
        },
        "basis": {
         "enum": [
          "survey",
          "police-record",
          "service-record",
          "estimate"
         ],
         "description": "What it rests on: what people said when asked, what came to the police, what came to a service, or a model"
        },
        "source": {
         "type": "string",
         "description": "Where it is published",
         "minLength": 1
        },
        "conservative": {
         "type": "string",
         "description": "Why the source itself calls it too low"
        }
       },
       "required": [
        "id",
        "label",
        "percent",
        "period",
        "population",
        "basis",
        "source"
       ],
       "additionalProperties": false
      }
     },
     "compare": {
      "type": "array",
      "description": "Pairs of rates to set beside one another",
      "items": {
       "type": "object",
       "description": "One pair",
       "properties": {
        "rate": {
         "type": "string",
         "description": "Id of the rate"
        },
        "with": {
         "type": "string",
         "description": "Id of the rate it is set beside"
        }
       },
       "required": [
        "rate",
        "with"
       ],
       "additionalProperties": false
      }
     }
    },
    "required": [
     "declared"
    ],
    "additionalProperties": false
   },
   "Contract": {
    "type": "object",
    "description": "What the provider is asked to deliver, and from when to when",
    "properties": {
     "from": {
      "type": "string",
      "format": "date",
      "description": "First day"
     },
     "to": {
      "type": "string",
      "format": "date",
      "description": "Last day, included"
     },
     "year": {
      "enum": [
       "financial",
       "calendar"
      ],
      "description": "How years and quarters are numbered: from 1 April (financial, the default) or from 1 January"
     },
     "source": {
      "type": "string",
      "description": "Where the targets are written down"
     },
     "targets": {
      "type": "array",
      "description": "Every target",
      "minItems": 1,
      "items": {
       "$ref": "#/$defs/ContractTarget"
      }
     }
    },
    "required": [
     "from",
     "to",
     "targets"
    ],
    "additionalProperties": false
   },
   "ChangeTarget": {
    "type": "object",
    "description": "One number against its baseline",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the target",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "label": {
      "type": "string",
      "description": "What is counted, as pages call it",
      "minLength": 1
     },
     "source": {
      "type": "string",
      "description": "Where the numbers and the target are written down"
     },
     "baseline": {
      "$ref": "#/$defs/CountOfPeriod"
     },
     "current": {
      "$ref": "#/$defs/CountOfPeriod"
     },
     "change": {
      "type": "number",
      "description": "By how much it was to change: -0.25 for a quarter fewer a day",
      "minimum": -1
     }
    },
    "required": [
     "id",
     "label",
     "baseline",
     "current",
     "change"
    ],
    "additionalProperties": false
   },
   "CountOfPeriod": {
    "type": "object",
    "description": "A number of a period",
    "properties": {
     "count": {
      "type": "integer",
      "description": "How many",
      "minimum": 0
     },
     "from": {
      "type": "string",
      "format": "date",
      "description": "First day"
     },
     "to": {
      "type": "string",
      "format": "date",
      "description": "Last day, included"
     }
    },
    "required": [
     "count",
     "from",
     "to"
    ],
    "additionalProperties": false
   },
   "ContractTarget": {
    "type": "object",
    "description": "One target: an indicator, how much of it, and for which period",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the target",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "label": {
      "type": "string",
      "description": "The target as pages call it; the name of the indicator when left out",
      "minLength": 1
     },
     "indicator": {
      "enum": [
       "referrals",
       "starts",
       "completions",
       "completion-share",
       "support-offers",
       "wait-within",
       "wait-median",
       "attendance",
       "spend"
      ],
      "description": "What is counted"
     },
     "target": {
      "type": "number",
      "description": "How much: people or pounds for each period of per, a share 0 to 1, or days",
      "minimum": 0
     },
     "upTo": {
      "type": "number",
      "description": "The most, where direction is between",
      "minimum": 0
     },
     "direction": {
      "enum": [
       "at-least",
       "at-most",
       "between"
      ],
      "description": "Which side of the target is asked for; that of the indicator when left out"
     },
     "per": {
      "enum": [
       "quarter",
       "year",
       "contract"
      ],
      "description": "The period the target is for, where it is people or pounds; shorter ones are asked for their part by days"
     },
     "quarters": {
      "type": "array",
      "description": "Instead of target and per: the target of each quarter from the first in which it holds; null for a quarter without one",
      "minItems": 1,
      "items": {
       "anyOf": [
        {
         "type": "number",
         "minimum": 0
        },
        {
         "type": "null"
        }
       ]
      }
     },
     "from": {
      "type": "string",
      "format": "date",
      "description": "First day the target holds; that of the contract when left out"
     },
     "to": {
      "type": "string",
      "format": "date",
      "description": "Last day the target holds, included; that of the contract when left out"
     },
     "completion": {
      "type": "string",
      "description": "Rule of cohort.completion that says who completed; the first when left out"
     },
     "wait": {
      "type": "object",
      "description": "The wait that is meant; from referred to started when left out",
      "properties": {
       "from": {
        "type": "string",
        "description": "Stage the wait starts at"
       },
       "to": {
        "type": "string",
        "description": "Stage it ends at"
       }
      },
      "required": [
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "withinDays": {
      "type": "integer",
      "description": "Days within which people have arrived, or support was offered",
      "minimum": 1
     }
    },
    "required": [
     "id",
     "indicator"
    ],
    "additionalProperties": false
   },
   "EconomicGrant": {
    "type": "object",
    "description": "One grant or contract: who gives it, what for, how much and from when to when",
    "properties": {
     "funder": {
      "type": "string",
      "description": "Who gives it",
      "minLength": 1
     },
     "purpose": {
      "type": "string",
      "description": "What it is for: grants of one purpose follow or overlap each other",
      "minLength": 1
     },
     "pounds": {
      "type": "number",
      "description": "In all, over the whole of its time",
      "exclusiveMinimum": 0
     },
     "from": {
      "type": "string",
      "description": "First day it covers",
      "format": "date"
     },
     "to": {
      "type": "string",
      "description": "Last day it covers",
      "format": "date"
     }
    },
    "required": [
     "funder",
     "purpose",
     "pounds",
     "from",
     "to"
    ],
    "additionalProperties": false
   },
   "EconomicsPlan": {
    "type": "object",
    "description": "What it cost, what it was worth, who paid and who gained",
    "properties": {
     "priceYear": {
      "type": "string",
      "description": "Financial year in whose prices everything is told",
      "pattern": "^[0-9]{4}-[0-9]{2}$"
     },
     "firstYear": {
      "type": "string",
      "description": "Financial year that is year 0 of discounting",
      "pattern": "^[0-9]{4}-[0-9]{2}$"
     },
     "years": {
      "type": "integer",
      "description": "Years appraised, year 0 included",
      "minimum": 1,
      "maximum": 60
     },
     "discount": {
      "type": "string",
      "description": "Discount schedule; without it that of the Green Book in force",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "comparison": {
      "type": "string",
      "description": "Comparison whose effect counts; without it the headline",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "draws": {
      "type": "integer",
      "description": "Draws of everything uncertain; without it 5,000",
      "minimum": 100,
      "maximum": 1000000
     },
     "costs": {
      "$ref": "#/$defs/EconomicCosts"
     },
     "benefits": {
      "type": "array",
      "description": "What an effect is worth, by whom it falls to",
      "items": {
       "$ref": "#/$defs/EconomicBenefit"
      }
     },
     "success": {
      "type": "object",
      "description": "The success a cost is told for each of",
      "properties": {
       "outcome": {
        "type": "string",
        "description": "Outcome, by its id",
        "pattern": "^[a-z0-9][a-z0-9.-]*$"
       },
       "label": {
        "type": "string",
        "description": "One success, in words: person without recorded abuse"
       }
      },
      "required": [
       "outcome",
       "label"
      ],
      "additionalProperties": false
     },
     "costPerPerson": {
      "type": "object",
      "description": "What each person cost over the follow-up, as an outcome of the comparison: cost and success are then estimated together; goes with success",
      "properties": {
       "outcome": {
        "type": "string",
        "description": "Outcome of kind continuous, by its id: pounds a person",
        "pattern": "^[a-z0-9][a-z0-9.-]*$"
       },
       "priceYear": {
        "type": "string",
        "description": "Financial year its pounds are of",
        "pattern": "^[0-9]{4}-[0-9]{2}$"
       },
       "includesProgramme": {
        "type": "boolean",
        "description": "Whether the programme itself is among each person’s costs; where not, spend for each person reached is added"
       }
      },
      "required": [
       "outcome",
       "priceYear",
       "includesProgramme"
      ],
      "additionalProperties": false
     },
     "worths": {
      "type": "array",
      "description": "Pounds one success may be held to be worth, for the curve of acceptability",
      "items": {
       "type": "number",
       "minimum": 0
      }
     },
     "correction": {
      "type": "object",
      "description": "Grades of evidence, 1 best to 6, whose corrections are taken off benefits and put on costs; the table of corrections is unverified",
      "properties": {
       "benefits": {
        "type": "integer",
        "description": "Worst grade of what benefits rest on",
        "minimum": 1,
        "maximum": 6
       },
       "costs": {
        "type": "integer",
        "description": "Worst grade of what costs rest on",
        "minimum": 1,
        "maximum": 6
       }
      },
      "required": [
       "benefits",
       "costs"
      ],
      "additionalProperties": false
     },
     "bias": {
      "type": "object",
      "description": "How far the effect found may be from the one the programme caused, as a distribution: below level 3 nothing is said of the worth of a better evaluation without it",
      "properties": {
       "scale": {
        "enum": [
         "times",
         "plus"
        ],
        "description": "times: caused share of the difference found; plus: units a person added to the gain"
       },
       "mean": {
        "type": "number",
        "description": "Best guess"
       },
       "standardError": {
        "type": "number",
        "description": "Of it",
        "exclusiveMinimum": 0
       },
       "source": {
        "type": "string",
        "description": "Where it is from, or who judged it",
        "minLength": 1
       }
      },
      "required": [
       "scale",
       "mean",
       "standardError",
       "source"
      ],
      "additionalProperties": false
     },
     "labels": {
      "type": "boolean",
      "description": "Whether the value-for-money category of the Department for Transport is shown beside the ratio; without it, no"
     },
     "compareVintages": {
      "type": "object",
      "description": "Every published value of one edition once more by its counterpart of another, line by line",
      "properties": {
       "from": {
        "type": "string",
        "description": "What ids of the values used begin with: ho-crime-201920-",
        "minLength": 1
       },
       "to": {
        "type": "string",
        "description": "What ids of their counterparts begin with: ho-crime-201516-",
        "minLength": 1
       }
      },
      "required": [
       "from",
       "to"
      ],
      "additionalProperties": false
     },
     "funding": {
      "type": "array",
      "description": "What was granted for the programme, each grant a row: shown as a mix, with what overlaps and what ends",
      "items": {
       "$ref": "#/$defs/EconomicGrant"
      },
      "minItems": 1
     },
     "confidence": {
      "type": "string",
      "description": "Outcome by which victim-survivors say how confident they are: one of the three aims of matching people to programmes",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "notMonetised": {
      "type": "array",
      "description": "What is worth something and stands without a price",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "priceYear",
     "costs"
    ],
    "additionalProperties": false
   },
   "EconomicCosts": {
    "type": "object",
    "description": "How the costs table is read",
    "properties": {
     "support": {
      "type": "array",
      "description": "Categories of spend that are support for victim-survivors and children, which is part of the programme",
      "items": {
       "type": "string"
      }
     },
     "withoutSupport": {
      "type": "string",
      "description": "Why no support for victim-survivors and children is among the costs",
      "minLength": 1
     },
     "startUp": {
      "type": "array",
      "description": "Categories that were paid to begin with",
      "items": {
       "type": "string"
      }
     },
     "planned": {
      "type": "number",
      "description": "Pounds the plan had for the whole, to set spend beside",
      "minimum": 0
     },
     "uncertainty": {
      "type": "number",
      "description": "Standard error of each payer's total as a share of it; without it spend is taken as known",
      "minimum": 0,
      "maximum": 1
     }
    },
    "required": [],
    "additionalProperties": false
   },
   "EconomicBenefit": {
    "type": "object",
    "description": "One effect and what one of it is worth",
    "properties": {
     "id": {
      "type": "string",
      "description": "Name of the benefit",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "label": {
      "type": "string",
      "description": "In words"
     },
     "outcome": {
      "type": "string",
      "description": "Outcome counted per person whose difference between arms it is, by its id",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "per": {
      "type": "string",
      "description": "What one of the outcome is: crime, victim, attendance … as the values are per"
     },
     "multiplier": {
      "type": "object",
      "description": "Actual events for each the police recorded",
      "properties": {
       "value": {
        "type": "number",
        "description": "Times",
        "exclusiveMinimum": 0
       },
       "standardError": {
        "type": "number",
        "description": "Of it",
        "minimum": 0
       },
       "source": {
        "type": "string",
        "description": "Where it is published",
        "minLength": 1
       },
       "acceptedWithout": {
        "type": "string",
        "description": "Why recorded events are valued as they are, which is a floor",
        "minLength": 1
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "values": {
      "type": "array",
      "minItems": 1,
      "description": "Values of one, each to whom it falls",
      "items": {
       "$ref": "#/$defs/EconomicValue"
      }
     },
     "lagYears": {
      "type": "integer",
      "description": "Years from the start to the first that gains; without it 0",
      "minimum": 0,
      "maximum": 60
     },
     "persistsYears": {
      "type": "integer",
      "description": "Years that gain; without it those the outcome is counted over",
      "minimum": 1,
      "maximum": 60
     },
     "decay": {
      "type": "object",
      "description": "Share of the effect lost each year",
      "properties": {
       "value": {
        "type": "number",
        "description": "Best guess",
        "minimum": 0,
        "maximum": 1
       },
       "low": {
        "type": "number",
        "description": "Lowest",
        "minimum": 0,
        "maximum": 1
       },
       "high": {
        "type": "number",
        "description": "Highest",
        "minimum": 0,
        "maximum": 1
       },
       "source": {
        "type": "string",
        "description": "Where it is from",
        "minLength": 1
       }
      },
      "required": [
       "value",
       "source"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "id",
     "label",
     "outcome",
     "per",
     "values"
    ],
    "additionalProperties": false
   },
   "EconomicValue": {
    "type": "object",
    "description": "A published value by its id, or one of the study's own with its source",
    "properties": {
     "parameter": {
      "type": "string",
      "description": "Id of a published value",
      "pattern": "^[a-z0-9][a-z0-9.-]*$"
     },
     "recalled": {
      "type": "boolean",
      "description": "Take a value that was written from memory; it cannot stand in a headline"
     },
     "label": {
      "type": "string",
      "description": "Own value: in words"
     },
     "pounds": {
      "type": "number",
      "description": "Own value: pounds for one",
      "minimum": 0
     },
     "low": {
      "type": "number",
      "description": "Lowest plausible, pounds",
      "minimum": 0
     },
     "high": {
      "type": "number",
      "description": "Highest plausible, pounds",
      "minimum": 0
     },
     "priceBase": {
      "type": "string",
      "description": "Own value: year of its prices",
      "pattern": "^[0-9]{4}(-[0-9]{2})?$"
     },
     "per": {
      "type": "string",
      "description": "Own value: what it is for one of"
     },
     "domain": {
      "enum": [
       "crime",
       "domestic-abuse",
       "service-use",
       "wellbeing",
       "programme"
      ],
      "description": "Own value: kind of event"
     },
     "item": {
      "type": "string",
      "description": "Own value: which of its kind"
     },
     "covers": {
      "type": "array",
      "description": "Own value: the costs it holds",
      "items": {
       "enum": [
        "police",
        "courts",
        "prison",
        "probation",
        "other-justice",
        "nhs",
        "victim-services",
        "civil-legal",
        "multi-agency",
        "childrens-social-care",
        "adult-social-care",
        "housing",
        "education",
        "benefits-and-tax",
        "lost-output",
        "harm",
        "anticipation"
       ]
      }
     },
     "kind": {
      "enum": [
       "fiscal",
       "economic",
       "social"
      ],
      "description": "Own value: whose gain"
     },
     "agency": {
      "type": "string",
      "description": "To whom it falls; of a published value in place of its own"
     },
     "source": {
      "type": "string",
      "description": "Own value: where it is published",
      "minLength": 1
     },
     "cashable": {
      "type": "number",
      "description": "Share of a fiscal value that could leave the budget",
      "minimum": 0,
      "maximum": 1
     }
    },
    "required": [],
    "additionalProperties": false
   }
  }
 },
 "test_calls": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/test_calls.schema.json",
  "title": "Test call",
  "description": "One call that a tester made to a service, and what came of it; about services, never about a person in need",
  "type": "object",
  "properties": {
   "attempt": {
    "type": "string",
    "description": "Search for help that the call belongs to, made by a tester",
    "x-likewise": "category"
   },
   "service": {
    "type": "string",
    "description": "Service called",
    "x-likewise": "category"
   },
   "called": {
    "type": "string",
    "format": "date",
    "description": "Day of the call"
   },
   "time": {
    "type": "string",
    "description": "Time of the call, 24 hours, as 09:30",
    "x-likewise": "category"
   },
   "result": {
    "type": "string",
    "enum": [
     "help",
     "referral",
     "no-help",
     "no-answer",
     "dead-number"
    ],
    "description": "What came of it; help and an accepted referral to it end the search, no-help was answered by somebody who could not give it"
   },
   "opens": {
    "type": "string",
    "description": "Time the service opens, 24 hours, as 10:00",
    "x-likewise": "category"
   },
   "closes": {
    "type": "string",
    "description": "Time the service closes, 24 hours, as 14:00",
    "x-likewise": "category"
   },
   "open_days": {
    "type": "integer",
    "description": "Days a week it is open",
    "minimum": 0,
    "maximum": 7
   },
   "entry_right": {
    "type": "boolean",
    "description": "Whether the entry of the directory was right; a dead number is wrong whatever stands here"
   }
  },
  "required": [
   "attempt",
   "service",
   "called",
   "result"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [],
   "date": "called",
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [],
   "spells": false
  }
 },
 "theory": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/theory.schema.json",
  "title": "Theory of change",
  "description": "How a programme is meant to work: what goes in, what is done, what should come of it, and why each step should follow from the one before",
  "type": "object",
  "properties": {
   "version": {
    "const": 1,
    "description": "Version of this format"
   },
   "nodes": {
    "type": "array",
    "minItems": 1,
    "description": "What there is, is done or should come about",
    "items": {
     "$ref": "#/$defs/TheoryNode"
    }
   },
   "links": {
    "type": "array",
    "description": "Which should lead to which, and why",
    "items": {
     "$ref": "#/$defs/TheoryLink"
    }
   }
  },
  "required": [
   "version",
   "nodes",
   "links"
  ],
  "additionalProperties": false,
  "$defs": {
   "TheoryNode": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "description": "Id of the node",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
     },
     "label": {
      "type": "string",
      "description": "As pages call it",
      "minLength": 1
     },
     "kind": {
      "enum": [
       "input",
       "activity",
       "output",
       "outcome",
       "impact"
      ],
      "description": "Its place in the chain"
     },
     "mechanism": {
      "enum": [
       "change",
       "safety",
       "wellbeing",
       "maintenance"
      ],
      "description": "Which of the four mechanisms it belongs to: of change in those who do harm, of safety, of wellbeing, of maintaining what was gained"
     },
     "level": {
      "enum": [
       "individual",
       "relationship",
       "community",
       "societal"
      ],
      "description": "Level of the risk factors it acts on: of the person, of the relationship, of the community, of society"
     },
     "indicator": {
      "type": "object",
      "description": "What shows it: exactly one of the keys",
      "properties": {
       "outcome": {
        "type": "string",
        "description": "Id of an outcome of the plan"
       },
       "safety": {
        "type": "string",
        "description": "Id of a safety item, as results list them"
       },
       "step": {
        "type": "string",
        "description": "Step of the pathway: referred, started, completed …"
       },
       "elsewhere": {
        "type": "string",
        "description": "Something this study does not hold, in words"
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "source": {
      "type": "string",
      "description": "Where the indicator is recorded"
     },
     "expected": {
      "type": "object",
      "description": "What the value should be if the programme works as meant; shares from 0 to 1",
      "properties": {
       "least": {
        "type": "number"
       },
       "most": {
        "type": "number"
       }
      },
      "required": [
       "least",
       "most"
      ],
      "additionalProperties": false
     }
    },
    "required": [
     "id",
     "label",
     "kind"
    ],
    "additionalProperties": false
   },
   "TheoryLink": {
    "type": "object",
    "properties": {
     "from": {
      "type": "string",
      "description": "Id of the node that should lead"
     },
     "to": {
      "type": "string",
      "description": "Id of the node it should lead to"
     },
     "assumption": {
      "type": "string",
      "description": "What has to be true for the one to lead to the other"
     },
     "source": {
      "type": "string",
      "description": "What the assumption rests on: a study, a practice, a judgement"
     },
     "strength": {
      "enum": [
       "none",
       "weak",
       "moderate",
       "strong",
       "contested"
      ],
      "description": "How strong that evidence is"
     },
     "timing": {
      "type": "string",
      "description": "How long after"
     },
     "risk": {
      "type": "string",
      "description": "What could stop it"
     }
    },
    "required": [
     "from",
     "to"
    ],
    "additionalProperties": false
   }
  }
 },
 "training": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://likewise.invalid/schemas/training.schema.json",
  "title": "Training of a member of staff",
  "description": "One course that one worker completed",
  "type": "object",
  "properties": {
   "worker": {
    "type": "string",
    "description": "Worker id"
   },
   "course": {
    "type": "string",
    "description": "Course",
    "x-likewise": "category",
    "examples": [
     "motivational-interviewing",
     "cognitive-behavioural-exercises"
    ]
   },
   "date": {
    "type": "string",
    "format": "date",
    "description": "Day it was completed"
   }
  },
  "required": [
   "worker",
   "course"
  ],
  "additionalProperties": false,
  "x-likewise": {
   "status": "draft",
   "key": [
    "worker",
    "course"
   ],
   "date": "date",
   "references": {},
   "dateOrder": [],
   "mayLieAhead": [
    "date"
   ],
   "spells": false
  }
 }
};
