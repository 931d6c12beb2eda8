/**
 * Common forenames in the United Kingdom, of several communities, without accents. Nobody in particular is meant, and
 * the list need not be long: a column is judged by the share of its texts that hold one. Left out are those which are
 * as much places, months, stones or flowers (Chelsea, April, Ruby, Heather), as columns of codes hold these.
 */
const forenames = `
aaliyah aaron abdul abdullah abigail ada adam adebayo adeel adele adrian agnes agnieszka ahmed aidan aileen aimee aisha
aishah ajay alan alana albert alejandro aleksandra alex alexander alexandra alexis alfie alfred ali alice alicia alina
alison alistair allan allison alun alyssa amanda amarjit amelia amina aminah amir amit amy ana anastasia andrea andreea
andrei andrew andrzej angela angharad angus anil anita anjali ann anna anne annette annie anthony antonio anwar aoife
archie arjun arnold arthur asha ashley ashok asif audrey ava ayesha aziz balbir baljit barbara barry beata beatrice
becky ben benjamin bernadette bernard beth bethan bethany bilal bill billy blessing bob bogdan bradley brandon brenda
brendan brian bridget bronwen bruce bryan bryn caitlin callum calum cameron camilla carl carla carlos carol caroline
carolyn carys catherine cathy catrin cecilia ceri chantelle charles charlie charlotte chen cheryl chinedu chloe chris
christian christina christine christopher chukwu ciara ciaran cian claire clara clare clive colin colleen conor connor
constance corey courtney craig cristina curtis cynthia cyril damian damien dan daniel daniela danielle danny daren
darren daryl dave david dawn dean deborah debra declan deepak delroy denise dennis derek dermot desmond dewi diana diane
dilip dimitri dmitri dominic dominik donald donna doreen doris dorota dorothy douglas duncan dwayne dylan eddie edith
edward edwin eileen eilidh elaine eleanor elena eleri elijah elin elisabeth elizabeth ella ellen ellie elliot elliott
elsie emeka emily emma emmanuel enid eoin eric erin ernest esme esther ethan eugene euan eva eve evelyn ewa ewan ezra
fahad faisal farah farhan farida farooq fatima fatimah fatoumata faye femi ferdinand fergus ffion fiona folake frances
francesca francis frank fred freda frederick freya gabriel gabriela gail gareth garry gary gavin gemma geoffrey george
gerald geraldine gerard gethin gillian gina giovanni gladys glen glenda glenn gloria gordon grace graeme graham grant
greg gregory grzegorz gurdeep gurpreet guy gwen gwenllian gwyneth habib hannah hamza harjit harold harpreet harriet
harrison harry harvey hassan hayley hazim heidi helen henry hilary hilda howard hugh hugo husna hussein hywel ian
ibrahim idris ifeoma ifan imani imogen imran ines ingrid ioan ioana iqbal irene irina isaac isabel isabella isabelle
isla ismail ivan iwan jabir jack jackie jacob jacqueline jagdeep jaime jake jakub jamal james jamie jamila jan jane
janet janice janine jared jasbir jasmin jasmine jason jaswinder javed javier jay jayden jean jeanette jeff jeffrey
jemima jemma jennifer jenny jeremy jermaine jerome jerzy jessica jill jim jimmy joan joann joanna joanne jodie joe joel
johanna john johnathan jon jonathan jordan jose josef joseph josephine josh joshua joy joyce juan juanita judith judy
julia julian julie juliet justin justyna kabir kamal kamil karen karim karl karolina kashif kate katarzyna kate
katherine kathleen kathryn kathy katie katrina kay kayleigh keeley keith kelly kelsey ken kenneth kerry kevin khadija
khalid kieran kim kimberley kiran kirsten kirsty klaudia krishna kristina krzysztof kulwinder kurt kwame kyle kylie
laila lakshmi lara latoya laura lauren laurence lawrence leah leanne lee leigh leila lena leo leon leonard leroy lesley
leslie lewis liam linda lindsay lindsey lisa liz lloyd logan lola lorna lorraine louis louise luca lucas lucia lucy
luis lukas lukasz luke lydia lynda lynn lynne lynsey magdalena mahmood mairead maisie malcolm malgorzata malik mandeep
mandy manjit manpreet marc marcin marcus marek margaret maria mariam mariana marie marilyn mario marion marjorie mark
marlene marlon martha martin martyn mary maryam mateusz mathew matilda matthew maureen maurice mavis max maxine 
megan mehmet mei mel melanie melissa meredith michael michaela michal michele michelle miguel mihai mike mildred
millie milly miriam mo mohamed mohammad mohammed moira molly monica monika morag morgan moses muhammad mumtaz muriel
mustafa nadeem nadia nadine naomi narinder nasreen natalia natalie natasha nathan nathaniel naveed neil nia niall niamh
nicholas nicola nicole nigel nina nirmala noah noel noor nora norma norman noreen nuala olga oliver olivia olu oluwaseun
omar orla osama oscar osman owain owen paige pam pamela parminder parveen patricia patrick patryk paul paula pauline
pawel pedro peggy penelope penny peter petra phil philip phillip phillipa philippa phoebe piotr pooja prakash priti
priya rabia rachael rachel rafal raheem rahul raj raja rajesh rajinder ralph ram ramesh ranjit rashid ravi ray raymond
rebecca reece reginald rekha renata renee rhiannon rhian rhodri rhona rhys ria ricardo richard ricky rita rizwan rob
robbie robert roberta roberto robin rodney roger roisin roland ron ronald ronan rory rosalind roshan rosie ross roxanne
roy rukhsana rupert russell ryan sabina sabrina sadia saeed saif sajid salim sally salma sam samantha sami samina samir
samuel sana sandeep sandra sandy sanjay sara sarah sasha satnam scott sean sebastian selina selma sergei shabana shabnam
shahid shaheen shakeel shane shanice shaniqua shannon sharon shaun shazia sheila shelley sheryl shirley siân sian sidney
silvia simon simone sinead siobhan sofia sonia sophia sophie stacey stan stanislaw stefan stella stephanie stephen steve
steven stewart stuart sue sukhdeep sukhwinder sultan sunil sunita surinder susan susanna suzanne sybil sylvia syed
sylwia tabitha tahir tamara tamsin tanya tara tariq tasha tegan terence teresa terry tess thelma theodore theresa thi
thomas tiffany tim timothy tina toby todd tom tomasz tommy toni tony tracey tracy travis trevor tricia trish tristan
tyler tyrone umar uma una ursula usha usman valerie vanessa vera vernon veronica vicki vicky victor vijay vikram vimal
vincent viktoria waleed wanda waqar warren waseem wayne wendy wesley wei wiktoria wilfred william winifred winston
wojciech xavier xiaoming xiuying yasin yasmin yasmine yetunde ying yolanda yuki yusuf yvette yvonne zac zachary zahid
zahra zain zainab zara zeeshan zeynep zoe zofia zubair zuzanna`;

/**
 * Common surnames in the United Kingdom, of several communities, without accents. Left out are those which are as much
 * places, colours or callings (Green, Preston, Baker); others are known by their shape (`hasSurnameShape`).
 */
const surnames = `
abbott abdi abdullah acheampong adams adamson adebayo adeleke adeyemi agarwal agyeman ahmad ahmed akhtar akinola akram alam
alexander ali allan allen amin amoah anderson andrews anwar appiah armstrong arnold arshad ashraf aslam asante atkins
atkinson austin awan aziz bailey baldwin balogun banerjee bannister barker barlow barnes barnett barrett bartlett bashir
bates baxter begum bello benjamin bennett benson bevan bhatt bhatti bi bibi birch black blackburn blake blackwell bond
boateng bolton booth bose bowen bowman boyle boyd bradley bradshaw brady brennan brewer briggs brookes brown browne
bryant buckley burgess burke burnett burns burrows burton butt byrne cameron campbell carpenter carroll carr carter
chambers chan chandler chang chapman charlton chaudhary chaudhry chauhan chen cheung choudhury chowdhury christie clark
clarke clayton clements coates cohen cole coleman coles collins connolly connor conway cooke cooper cox craig crawford
cross cunningham curtis daly daniel daniels das davey davidson davies davis davison dawson day dean deol desai devi
dhaliwal dhillon diaz dickson dixon dobson docherty doherty donnelly douglas dowling doyle driscoll duffy duggan duncan
dunn dyer eaton edwards egan elliott ellis evans farrell faulkner fernandes fernandez ferguson finch fisher fitzgerald
fleming fletcher flynn foley foster fowler fox francis franklin fraser freeman french frost gallagher garcia gardner
garner george gibbons gibbs gibson gilbert giles gill gilmore glover goddard gomez goodwin gonzalez gordon gough graham
grant gray greenwood gregory grewal griffin griffiths gupta hale hall hamilton hammond hancock haq harding hardy harper
harris harrison hart hartley harvey hassan hawkins hayes haynes hayward henderson henry herbert herrera hewitt hicks
higgins hilton hobbs hodgson holden holland holloway holmes holt hooper hope hopkins horton houghton howard howarth
howe howells hudson hughes humphreys humphries hunt hunter huang hurst hussain hussein hutchinson hutchison ibrahim
idowu ingram iqbal islam ismail jackson jacobs jain james jamil jankowski jarvis javed jenkins jennings jensen john
johal johnson johnston jones jordan joseph joshi joyce kamara kaminski kaur kay kaya kelly kemp kennedy kenny kerr khan
khatun khatri king kirby kirk kaczmarek knight kowalczyk kowalski kumar lal lam lamb lambert lane lawrence lawson le
leach lee leonard leung lewandowski lewis li lim lin lindsay little liu lloyd long lopez lowe lucas lynch lyons mahmood
mahmud malik mann manning marsh marshall martin martinez mason matthews maxwell may mehmood mehta mensah mian middleton
miah miles mills mistry mitchell mohamed mohammed moore moran morgan morris morrison morton moss muhammad mukherjee
mulholland muller munro murphy murray mustafa myers naidoo nair nash nawaz naylor nelson newman ng nguyen nicholls
nicholson nixon noble nolan norman norris novak nowak nunez obi ochieng ogunleye okafor okeke okonkwo oliver olsen omar
onyango opoku osborne osman osei owen owens owusu page palmer pandey parker parkes parkin parkinson parmar parry parsons
parveen patel paterson patterson payne pearce pearson perera perez perkins perry peters peterson pham phillips pham
pickering pillai pope popescu porter potter powell power pratt price pritchard qureshi quinn rahman raja ramirez ramos
randhawa rana rao rashid rees reeves rehman reid reilly reyes reynolds rhodes richards richardson riley roberts
robertson robinson rodriguez rogers rossi rowe rowland roy russell ryan sahota saleem samuel sanchez sandhu santos
saunders savage schmidt schneider scott sethi shah shaikh sharma sharp sharpe shaw shepherd sheppard sheridan sheikh
shergill sherwood short siddiqui silva simmons simpson sims sinclair singh skinner slater smart smith smyth snow
sohal soni sousa spencer stephens stephenson stevens stevenson stewart stokes stone stuart suleiman sullivan summers
sutherland suleman swift sykes szymanski tailor tanner taylor thapa thomas thompson thomson thorne thornton todd
tomlinson torres townsend tran tucker turnbull turner tyler uddin usman vaughan vargas virk vincent wallace walker wall
walsh walters wang warner waters watkins watson watts weaver webb webster welch wheeler whitehead whittaker wilkins
wilkinson williams williamson willis wilson winter wisniewski wojcik wong woodward wright wu wyatt yadav yang yates yeung
yildiz young yusuf zaman zhang zhao zhou zielinski`;

export const commonForenames: ReadonlySet<string> = new Set(forenames.trim().split(/\s+/));
export const commonSurnames: ReadonlySet<string> = new Set(surnames.trim().split(/\s+/));

/**
 * Words which places, teams, courts, offences, answers and labels are made of, and people's names are not. A text that
 * holds one is not taken for a name.
 */
export const labelWords: ReadonlySet<string> = new Set(
  `
a about abuse academy access accommodation act action advocacy after again against agency aid all alcohol also am an and
any approved april are area arson as asian assault assessment association at attempted august autumn available avenue
background band before behaviour better black bank board body borough breach british building burglary by bureau
caribbean care carer case caution centre central change charge charity child children church city class clinic close
closed club coercive college committee common communications community company completed conditional conviction control
costs council counselling country county course court crescent crime criminal crown current custody damage daughter day
days december declined deferred degree department deprivation did discharge district division domestic dose drive driving
drug drugs early east eastern education emergency employment end english estate ethnic ex external family father february
female final fine first for force foundation free friend from full gardens general government grandparent granted
group grove guilty gypsy had hall harassment harm has have health helpline her high his hmp hmyoi home homicide hospital
hostel hours house household housing husband ii iii immigration in independent index inn institute intervention into is
january july june justice know label lane late latino league legal less level licence life limited llp lodge london lord
low ltd magistrates mags male manager management manchester manslaughter march market married medium mental metropolitan
mill minor missing mixed model month months more mother motoring moved municipal murder my national net new next nhs no
non none north northern not november number nursery october of off offence offences offender office officer on only open
or order organisation other out outreach over own parole park part partner partners partnership party payment pending
person phase phone place plan plc police policy possession post practice practitioner premises primary prison private
probation productions professional programme project property provider public pupil quarter race rape reception
recovery referral referred refused refuge region relationship relationships release released report residential
residence resolution return review revoked risk road robbery royal rural saint school second secondary section security
self sentence september serious service services session sessions sexual shop single sister skills social society solutions
son south southern specialist spring square st staff stage stalking standard start state stated station status still
street suite summary summer supervision support survey suspended system systems team technical tenant terrace the theft
theory therapy third to town trade traffic training transfer transferred traveller treatment tribunal trust type under
union unit university unknown until up upon urban usual valley very victim village violence violent visit voluntary
waiting wales ward was water weapon week weeks welfare welsh west western white wife will with without woman women worker
working works year years yes yorkshire young youth`
    .trim()
    .split(/\s+/),
);
