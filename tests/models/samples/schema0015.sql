PRAGMA application_id = 1752327275;
PRAGMA user_version = 15;
BEGIN TRANSACTION;
CREATE TABLE accepted_warning (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	field VARCHAR(500) NOT NULL, 
	text TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	accepted_on DATE NOT NULL, 
	CONSTRAINT pk_accepted_warning PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_accepted_warning_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "accepted_warning" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01');
CREATE TABLE annual_report (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	summary TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	suggestions TEXT NOT NULL, 
	CONSTRAINT pk_annual_report PRIMARY KEY (id), 
	CONSTRAINT uq_annual_report_plan_id_year UNIQUE (plan_id, year), 
	CONSTRAINT fk_annual_report_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "annual_report" VALUES(1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE assessment (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	rater VARCHAR(32) NOT NULL, 
	level INTEGER NOT NULL, 
	evidence TEXT NOT NULL, 
	assessed_on DATE NOT NULL, 
	assessor VARCHAR(500) NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	archived_at DATETIME, 
	CONSTRAINT pk_assessment PRIMARY KEY (id), 
	CONSTRAINT fk_assessment_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "assessment" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','self',1,'ข้อความ ๑ "''','2020-10-01','ข้อความ ๑ "''','2020-10-01 08:30:00.000000','2020-10-01 08:30:00.000000');
CREATE TABLE attendance (
	participant_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	half VARCHAR(32) NOT NULL, 
	present BOOLEAN NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (participant_id, day, half), 
	CONSTRAINT fk_attendance_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "attendance" VALUES(1,'2020-10-01','am',1);
CREATE TABLE audit_entry (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	user VARCHAR(500) NOT NULL, 
	action VARCHAR(32) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	row_ids VARCHAR(500) NOT NULL, 
	count INTEGER NOT NULL, 
	detail VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_audit_entry PRIMARY KEY (id)
);
INSERT INTO "audit_entry" VALUES(1,'2020-10-01 08:30:00.000000','ข้อความ ๑ "''','create','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'ข้อความ ๑ "''');
CREATE TABLE class_session (
	class_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	half VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_class_session PRIMARY KEY (class_id, day, half), 
	CONSTRAINT fk_class_session_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "class_session" VALUES(1,'2020-10-01','am');
CREATE TABLE class_test (
	class_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"full" BIGINT NOT NULL, 
	passing BIGINT NOT NULL, 
	CONSTRAINT pk_class_test PRIMARY KEY (class_id, kind), 
	CONSTRAINT fk_class_test_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "class_test" VALUES(1,'pre',2000000,2000000);
CREATE TABLE class_trainer (
	class_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	topic VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_class_trainer PRIMARY KEY (class_id, place), 
	CONSTRAINT fk_class_trainer_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "class_trainer" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE committee_member (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	committee VARCHAR(32) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_committee_member PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_committee_member_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_committee_member_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "committee_member" VALUES(1,1,'ข้อความ ๑ "''','chair','planning','ข้อความ ๑ "''',1);
CREATE TABLE competency_expectation (
	competency_id INTEGER NOT NULL, 
	position_type VARCHAR(32) NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	expected INTEGER NOT NULL, 
	CONSTRAINT pk_competency_expectation PRIMARY KEY (competency_id, position_type, level), 
	CONSTRAINT fk_competency_expectation_competency_id_own_competency FOREIGN KEY(competency_id) REFERENCES own_competency (id) ON DELETE CASCADE
);
INSERT INTO "competency_expectation" VALUES(1,'executive','executive-low',1);
CREATE TABLE course (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	law_id INTEGER, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_course PRIMARY KEY (id), 
	CONSTRAINT fk_course_group_id_course_group FOREIGN KEY(group_id) REFERENCES course_group (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_course_law_id_law FOREIGN KEY(law_id) REFERENCES law (id) ON DELETE RESTRICT
);
INSERT INTO "course" VALUES(1,1,'ข้อความ ๑ "''',1,1);
CREATE TABLE course_detail (
	course_id INTEGER NOT NULL, 
	lecture BIGINT NOT NULL, 
	other BIGINT NOT NULL, 
	objective TEXT NOT NULL, 
	CONSTRAINT pk_course_detail PRIMARY KEY (course_id), 
	CONSTRAINT fk_course_detail_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
);
INSERT INTO "course_detail" VALUES(1,2000000,2000000,'ข้อความ ๑ "''');
CREATE TABLE course_group (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	from_lines BOOLEAN NOT NULL, 
	CONSTRAINT pk_course_group PRIMARY KEY (id), 
	CONSTRAINT uq_course_group_number UNIQUE (number)
);
INSERT INTO "course_group" VALUES(1,1,'ข้อความ ๑ "''',1);
CREATE TABLE course_target (
	course_id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	CONSTRAINT pk_course_target PRIMARY KEY (course_id, target_id), 
	CONSTRAINT fk_course_target_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE, 
	CONSTRAINT fk_course_target_target_id_target_group FOREIGN KEY(target_id) REFERENCES target_group (id) ON DELETE RESTRICT
);
INSERT INTO "course_target" VALUES(1,1);
CREATE TABLE course_unit (
	course_id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_course_unit PRIMARY KEY (course_id, framework, code), 
	CONSTRAINT fk_course_unit_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
);
INSERT INTO "course_unit" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE education_record (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	degree VARCHAR(500) NOT NULL, 
	field VARCHAR(500) NOT NULL, 
	institution VARCHAR(500) NOT NULL, 
	year INTEGER, 
	CONSTRAINT pk_education_record PRIMARY KEY (id), 
	CONSTRAINT fk_education_record_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "education_record" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1);
CREATE TABLE evaluation_answer (
	sheet_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	CONSTRAINT pk_evaluation_answer PRIMARY KEY (sheet_id, question_id), 
	CONSTRAINT fk_evaluation_answer_sheet_id_evaluation_sheet FOREIGN KEY(sheet_id) REFERENCES evaluation_sheet (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evaluation_answer_question_id_evaluation_question FOREIGN KEY(question_id) REFERENCES evaluation_question (id) ON DELETE CASCADE
);
INSERT INTO "evaluation_answer" VALUES(1,1,1);
CREATE TABLE evaluation_method (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	short_name VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_evaluation_method PRIMARY KEY (id)
);
INSERT INTO "evaluation_method" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''',1);
CREATE TABLE evaluation_question (
	id INTEGER NOT NULL, 
	class_id INTEGER, 
	section VARCHAR(500) NOT NULL, 
	text TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_evaluation_question PRIMARY KEY (id), 
	CONSTRAINT fk_evaluation_question_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "evaluation_question" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''',1,1);
CREATE TABLE evaluation_schedule (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	evaluator VARCHAR(500) NOT NULL, 
	due DATE, 
	follow_months INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_evaluation_schedule PRIMARY KEY (id), 
	CONSTRAINT uq_evaluation_schedule_project_id_year UNIQUE (project_id, year), 
	CONSTRAINT fk_evaluation_schedule_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "evaluation_schedule" VALUES(1,1,1,'ข้อความ ๑ "''','2020-10-01',1,'ข้อความ ๑ "''');
CREATE TABLE evaluation_schedule_method (
	schedule_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	evaluation_id INTEGER NOT NULL, 
	CONSTRAINT pk_evaluation_schedule_method PRIMARY KEY (schedule_id, place), 
	CONSTRAINT fk_evaluation_schedule_method_schedule_id_evaluation_schedule FOREIGN KEY(schedule_id) REFERENCES evaluation_schedule (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evaluation_schedule_method_evaluation_id_evaluation_method FOREIGN KEY(evaluation_id) REFERENCES evaluation_method (id) ON DELETE RESTRICT
);
INSERT INTO "evaluation_schedule_method" VALUES(1,1,1);
CREATE TABLE evaluation_sheet (
	id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	comment TEXT NOT NULL, 
	CONSTRAINT pk_evaluation_sheet PRIMARY KEY (id), 
	CONSTRAINT fk_evaluation_sheet_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "evaluation_sheet" VALUES(1,1,1,'ข้อความ ๑ "''');
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	reference VARCHAR(500) NOT NULL, 
	dated DATE, 
	kept_at VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT fk_evidence_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES(1,1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','ข้อความ ๑ "''');
CREATE TABLE evidence_record (
	year INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	document VARCHAR(500) NOT NULL, 
	dated DATE, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_evidence_record PRIMARY KEY (year, kind)
);
INSERT INTO "evidence_record" VALUES(1,'needs-analysis','ข้อความ ๑ "''','2020-10-01','ข้อความ ๑ "''');
CREATE TABLE follow_up (
	id INTEGER NOT NULL, 
	participant_id INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	done_on DATE, 
	supervisor VARCHAR(500) NOT NULL, 
	supervisor_position VARCHAR(500) NOT NULL, 
	level INTEGER, 
	findings TEXT NOT NULL, 
	suggestions TEXT NOT NULL, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT fk_follow_up_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
);
INSERT INTO "follow_up" VALUES(1,1,'2020-10-01','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE form_draft (
	"key" VARCHAR(200) NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	place VARCHAR(500) NOT NULL, 
	payload TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_form_draft PRIMARY KEY ("key")
);
INSERT INTO "form_draft" VALUES('ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01 08:30:00.000000');
CREATE TABLE framework_version (
	id INTEGER NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	version VARCHAR(500) NOT NULL, 
	source VARCHAR(500) NOT NULL, 
	imported_at DATETIME NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_framework_version PRIMARY KEY (id), 
	CONSTRAINT uq_framework_version_key UNIQUE ("key")
);
INSERT INTO "framework_version" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01 08:30:00.000000','ข้อความ ๑ "''');
CREATE TABLE fund_source (
	id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_fund_source PRIMARY KEY (id)
);
INSERT INTO "fund_source" VALUES(1,'ข้อความ ๑ "''',1);
CREATE TABLE guide_entry (
	id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	way VARCHAR(32) NOT NULL, 
	activity TEXT NOT NULL, 
	indicator VARCHAR(500) NOT NULL, 
	months INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_guide_entry PRIMARY KEY (id)
);
INSERT INTO "guide_entry" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','own-work','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1);
CREATE TABLE "held_position" (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	number VARCHAR(500) NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	order_number VARCHAR(500) NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	personnel_type VARCHAR(32) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	note TEXT NOT NULL, 
	bureau VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_held_position PRIMARY KEY (id), 
	CONSTRAINT fk_held_position_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "held_position" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','executive-low','regular','2020-10-01','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE idp (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	stage VARCHAR(64) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	level VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	superior_name VARCHAR(500) NOT NULL, 
	superior_position VARCHAR(500) NOT NULL, 
	upper_name VARCHAR(500) NOT NULL, 
	upper_position VARCHAR(500) NOT NULL, 
	goal TEXT NOT NULL, 
	result TEXT NOT NULL, 
	superior_agreed_on DATE, 
	upper_agreed_on DATE, 
	closed_on DATE, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_idp PRIMARY KEY (id), 
	CONSTRAINT uq_idp_staff_id_year UNIQUE (staff_id, year), 
	CONSTRAINT fk_idp_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "idp" VALUES(1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','draft','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','2020-10-01','2020-10-01','2020-10-01 08:30:00.000000');
CREATE TABLE "idp_item" (
	idp_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	goal VARCHAR(500) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	indicator VARCHAR(500) NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	expected INTEGER NOT NULL, 
	self_level INTEGER, 
	superior_level INTEGER, 
	agreed_level INTEGER, 
	way VARCHAR(32) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	activity TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	result TEXT NOT NULL, 
	course_id INTEGER, 
	starts_on DATE, 
	ends_on DATE, 
	future BOOLEAN NOT NULL, 
	CONSTRAINT pk_idp_item PRIMARY KEY (idp_id, place), 
	CONSTRAINT fk_idp_item_idp_id_idp FOREIGN KEY(idp_id) REFERENCES idp (id) ON DELETE CASCADE, 
	CONSTRAINT fk_idp_item_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
);
INSERT INTO "idp_item" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1,1,1,'own-work','planned','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'2020-10-01','2020-10-01',1);
CREATE TABLE import_batch (
	id INTEGER NOT NULL, 
	made_at DATETIME NOT NULL, 
	source VARCHAR(500) NOT NULL, 
	summary VARCHAR(500) NOT NULL, 
	payload TEXT NOT NULL, 
	CONSTRAINT pk_import_batch PRIMARY KEY (id)
);
INSERT INTO "import_batch" VALUES(1,'2020-10-01 08:30:00.000000','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE import_mapping (
	signature VARCHAR(64) NOT NULL, 
	columns TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_import_mapping PRIMARY KEY (signature)
);
INSERT INTO "import_mapping" VALUES('ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01 08:30:00.000000');
CREATE TABLE interview (
	id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	participant_id INTEGER, 
	day DATE, 
	interviewer VARCHAR(500) NOT NULL, 
	findings TEXT NOT NULL, 
	CONSTRAINT pk_interview PRIMARY KEY (id), 
	CONSTRAINT fk_interview_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE, 
	CONSTRAINT fk_interview_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
);
INSERT INTO "interview" VALUES(1,1,1,'2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE issued_document (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	number VARCHAR(500) NOT NULL, 
	dated DATE NOT NULL, 
	subject TEXT NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	plan_id INTEGER, 
	CONSTRAINT pk_issued_document PRIMARY KEY (id), 
	CONSTRAINT fk_issued_document_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE RESTRICT
);
INSERT INTO "issued_document" VALUES(1,'order',1,'ข้อความ ๑ "''','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''',1);
CREATE TABLE "law" (
	id INTEGER NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	replaced_by_id INTEGER, 
	CONSTRAINT pk_law PRIMARY KEY (id), 
	CONSTRAINT fk_law_replaced_by_id_law FOREIGN KEY(replaced_by_id) REFERENCES law (id) ON DELETE RESTRICT
);
INSERT INTO "law" VALUES(1,'ข้อความ ๑ "''',1,1);
CREATE TABLE meeting (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	committee VARCHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	held_on DATE, 
	starts VARCHAR(500) NOT NULL, 
	ends VARCHAR(500) NOT NULL, 
	place VARCHAR(500) NOT NULL, 
	recorder VARCHAR(500) NOT NULL, 
	reviewer VARCHAR(500) NOT NULL, 
	subject TEXT NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "meeting" VALUES(1,1,'planning',1,'2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE meeting_attendee (
	meeting_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	substitute VARCHAR(500) NOT NULL, 
	role VARCHAR(32), 
	presence VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_meeting_attendee PRIMARY KEY (meeting_id, place), 
	CONSTRAINT fk_meeting_attendee_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "meeting_attendee" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','chair','present');
CREATE TABLE meeting_item (
	meeting_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	discussion TEXT NOT NULL, 
	resolution TEXT NOT NULL, 
	CONSTRAINT pk_meeting_item PRIMARY KEY (meeting_id, place), 
	CONSTRAINT fk_meeting_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "meeting_item" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE method (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	short_name VARCHAR(500) NOT NULL, 
	in_monitoring_table BOOLEAN NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_method PRIMARY KEY (id)
);
INSERT INTO "method" VALUES(1,'orientation','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1);
CREATE TABLE monitoring_explanation (
	report_id INTEGER NOT NULL, 
	"key" VARCHAR(500) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_monitoring_explanation PRIMARY KEY (report_id, "key"), 
	CONSTRAINT fk_monitoring_explanation_report_id_monitoring_report FOREIGN KEY(report_id) REFERENCES monitoring_report (id) ON DELETE CASCADE
);
INSERT INTO "monitoring_explanation" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE monitoring_report (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	as_at DATE, 
	status VARCHAR(32) NOT NULL, 
	closed_on DATE, 
	findings TEXT NOT NULL, 
	recommendations TEXT NOT NULL, 
	frozen TEXT NOT NULL, 
	CONSTRAINT pk_monitoring_report PRIMARY KEY (id), 
	CONSTRAINT uq_monitoring_report_plan_id_year_number UNIQUE (plan_id, year, number), 
	CONSTRAINT fk_monitoring_report_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "monitoring_report" VALUES(1,1,1,1,'2020-10-01','open','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE monitoring_round (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	due DATE, 
	CONSTRAINT pk_monitoring_round PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_monitoring_round_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "monitoring_round" VALUES(1,1,1,1,'2020-10-01');
CREATE TABLE needs_survey (
	year INTEGER NOT NULL, 
	opened_on DATE, 
	closed_on DATE, 
	sent INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	summary TEXT NOT NULL, 
	CONSTRAINT pk_needs_survey PRIMARY KEY (year)
);
INSERT INTO "needs_survey" VALUES(1,'2020-10-01','2020-10-01',1,1,'ข้อความ ๑ "''');
CREATE TABLE office_image (
	kind VARCHAR(32) NOT NULL, 
	place INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_office_image PRIMARY KEY (kind)
);
INSERT INTO "office_image" VALUES('krut',1,X'89504E47');
CREATE TABLE org_stage (
	id INTEGER NOT NULL, 
	announced_on DATE NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	stage VARCHAR(64) NOT NULL, 
	document VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_org_stage PRIMARY KEY (id)
);
INSERT INTO "org_stage" VALUES(1,'2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE org_unit (
	id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	parent_id INTEGER, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_org_unit PRIMARY KEY (id), 
	CONSTRAINT fk_org_unit_parent_id_org_unit FOREIGN KEY(parent_id) REFERENCES org_unit (id) ON DELETE RESTRICT
);
INSERT INTO "org_unit" VALUES(1,'ข้อความ ๑ "''',NULL,1);
CREATE TABLE "organization" (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	district VARCHAR(500) NOT NULL, 
	province VARCHAR(500) NOT NULL, 
	subdistrict VARCHAR(500) NOT NULL, 
	hr_unit VARCHAR(500) NOT NULL, 
	head_name VARCHAR(500) NOT NULL, 
	chief_name VARCHAR(500) NOT NULL, 
	street VARCHAR(500) NOT NULL, 
	postcode VARCHAR(500) NOT NULL, 
	phone VARCHAR(500) NOT NULL, 
	email VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_organization PRIMARY KEY (id)
);
INSERT INTO "organization" VALUES(1,'city-municipality','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE organizer (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	budget_heading VARCHAR(500) NOT NULL, 
	monitoring_heading VARCHAR(500) NOT NULL, 
	in_budget_table BOOLEAN NOT NULL, 
	in_monitoring_table BOOLEAN NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_organizer PRIMARY KEY (id)
);
INSERT INTO "organizer" VALUES(1,'own','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1,1);
CREATE TABLE outside_result (
	id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	organization VARCHAR(500) NOT NULL, 
	letter_number VARCHAR(500) NOT NULL, 
	requested_on DATE, 
	received_on DATE, 
	result TEXT NOT NULL, 
	CONSTRAINT pk_outside_result PRIMARY KEY (id), 
	CONSTRAINT fk_outside_result_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE
);
INSERT INTO "outside_result" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','2020-10-01','ข้อความ ๑ "''');
CREATE TABLE own_competency (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	description TEXT NOT NULL, 
	line_id INTEGER, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_own_competency PRIMARY KEY (id), 
	CONSTRAINT uq_own_competency_code UNIQUE (code), 
	CONSTRAINT fk_own_competency_line_id_position_line FOREIGN KEY(line_id) REFERENCES position_line (id) ON DELETE RESTRICT
);
INSERT INTO "own_competency" VALUES(1,'core','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1);
CREATE TABLE participant (
	id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	bureau VARCHAR(500) NOT NULL, 
	order_number VARCHAR(500) NOT NULL, 
	certificate_number VARCHAR(500) NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	personnel_type VARCHAR(32) NOT NULL, 
	position_type VARCHAR(32) NOT NULL, 
	result VARCHAR(32) NOT NULL, 
	order_date DATE, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_participant PRIMARY KEY (id), 
	CONSTRAINT uq_participant_class_id_staff_id UNIQUE (class_id, staff_id), 
	CONSTRAINT fk_participant_class_id_training_class FOREIGN KEY(class_id) REFERENCES training_class (id) ON DELETE CASCADE, 
	CONSTRAINT fk_participant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "participant" VALUES(1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','executive-low','regular','executive','passed','2020-10-01','ข้อความ ๑ "''');
CREATE TABLE "plan" (
	id INTEGER NOT NULL, 
	first_year INTEGER NOT NULL, 
	year_count INTEGER NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	budget_law VARCHAR(500) NOT NULL, 
	covers_all_positions BOOLEAN NOT NULL, 
	committee_announcement_date DATE, 
	committee_announcement_clauses TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_plan PRIMARY KEY (id)
);
INSERT INTO "plan" VALUES(1,1,1,'draft','ข้อความ ๑ "''',1,'2020-10-01','ข้อความ ๑ "''','2020-10-01 08:30:00.000000');
CREATE TABLE plan_chapter (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	"key" VARCHAR(100) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_plan_chapter PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_plan_chapter_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_chapter" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE plan_edition (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	announced_on DATE NOT NULL, 
	taken_at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	resolution TEXT NOT NULL, 
	content TEXT NOT NULL, 
	document_id INTEGER, 
	CONSTRAINT pk_plan_edition PRIMARY KEY (id), 
	CONSTRAINT uq_plan_edition_plan_id_number UNIQUE (plan_id, number), 
	CONSTRAINT fk_plan_edition_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_edition_document_id_issued_document FOREIGN KEY(document_id) REFERENCES issued_document (id) ON DELETE RESTRICT
);
INSERT INTO "plan_edition" VALUES(1,1,1,'2020-10-01','2020-10-01 08:30:00.000000','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1);
CREATE TABLE plan_event (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	happened_on DATE NOT NULL, 
	resolution TEXT NOT NULL, 
	note TEXT NOT NULL, 
	document_id INTEGER, 
	meeting_id INTEGER, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_plan_event PRIMARY KEY (id), 
	CONSTRAINT fk_plan_event_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_event_document_id_issued_document FOREIGN KEY(document_id) REFERENCES issued_document (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_plan_event_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT
);
INSERT INTO "plan_event" VALUES(1,1,'draft','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''',1,1,'2020-10-01 08:30:00.000000');
CREATE TABLE plan_indicator (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	quantity VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_plan_indicator PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_plan_indicator_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_indicator" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE plan_option (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	part VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_plan_option PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_plan_option_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_option" VALUES(1,1,'swot');
CREATE TABLE plan_strategy (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_plan_strategy PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_plan_strategy_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_strategy" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE position (
	id INTEGER NOT NULL, 
	number VARCHAR(500) NOT NULL, 
	number_key VARCHAR(1000) NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	title_key VARCHAR(1000) NOT NULL, 
	search_key VARCHAR(500) NOT NULL, 
	line_id INTEGER NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	CONSTRAINT pk_position PRIMARY KEY (id), 
	CONSTRAINT fk_position_line_id_position_line FOREIGN KEY(line_id) REFERENCES position_line (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_position_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE RESTRICT
);
INSERT INTO "position" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'executive-low',1);
CREATE TABLE position_line (
	id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	personnel_type VARCHAR(32) NOT NULL, 
	position_type VARCHAR(32) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_position_line PRIMARY KEY (id), 
	CONSTRAINT uq_position_line_name UNIQUE (name)
);
INSERT INTO "position_line" VALUES(1,'ข้อความ ๑ "''','regular','executive',1);
CREATE TABLE project (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	listed BOOLEAN NOT NULL, 
	no_budget BOOLEAN NOT NULL, 
	monitoring_title TEXT NOT NULL, 
	stated_total BIGINT, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT fk_project_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "project" VALUES(1,1,1,'ข้อความ ๑ "''',1,1,'ข้อความ ๑ "''',2000000);
CREATE TABLE project_budget (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	amount BIGINT NOT NULL, 
	fund_id INTEGER, 
	CONSTRAINT pk_project_budget PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_budget_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_budget_fund_id_fund_source FOREIGN KEY(fund_id) REFERENCES fund_source (id) ON DELETE RESTRICT
);
INSERT INTO "project_budget" VALUES(1,1,1,2000000,1);
CREATE TABLE project_cost (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	unit_price BIGINT NOT NULL, 
	quantity INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	stated BIGINT, 
	CONSTRAINT pk_project_cost PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_cost_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "project_cost" VALUES(1,1,'ข้อความ ๑ "''',2000000,1,1,2000000);
CREATE TABLE project_course (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	CONSTRAINT pk_project_course PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_course_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_course_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
);
INSERT INTO "project_course" VALUES(1,1,1);
CREATE TABLE project_evaluation (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	evaluation_id INTEGER NOT NULL, 
	CONSTRAINT pk_project_evaluation PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_evaluation_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_evaluation_evaluation_id_evaluation_method FOREIGN KEY(evaluation_id) REFERENCES evaluation_method (id) ON DELETE RESTRICT
);
INSERT INTO "project_evaluation" VALUES(1,1,1);
CREATE TABLE project_indicator (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	quantity VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_project_indicator PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_indicator_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "project_indicator" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE project_link (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	code VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_project_link PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_link_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "project_link" VALUES(1,1,'strategy','ข้อความ ๑ "''');
CREATE TABLE project_method (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	method_id INTEGER NOT NULL, 
	CONSTRAINT pk_project_method PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_method_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_method_method_id_method FOREIGN KEY(method_id) REFERENCES method (id) ON DELETE RESTRICT
);
INSERT INTO "project_method" VALUES(1,1,1);
CREATE TABLE project_organizer (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	organizer_id INTEGER NOT NULL, 
	CONSTRAINT pk_project_organizer PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_organizer_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_organizer_organizer_id_organizer FOREIGN KEY(organizer_id) REFERENCES organizer (id) ON DELETE RESTRICT
);
INSERT INTO "project_organizer" VALUES(1,1,1);
CREATE TABLE project_reach (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	line_id INTEGER, 
	unit_id INTEGER, 
	staff_id INTEGER, 
	CONSTRAINT pk_project_reach PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_reach_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_reach_line_id_position_line FOREIGN KEY(line_id) REFERENCES position_line (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_project_reach_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_project_reach_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "project_reach" VALUES(1,1,'level','executive-low',1,1,1);
CREATE TABLE project_target (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	CONSTRAINT pk_project_target PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_target_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_project_target_target_id_target_group FOREIGN KEY(target_id) REFERENCES target_group (id) ON DELETE RESTRICT
);
INSERT INTO "project_target" VALUES(1,1,1);
CREATE TABLE project_year (
	project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	CONSTRAINT pk_project_year PRIMARY KEY (project_id, place), 
	CONSTRAINT fk_project_year_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "project_year" VALUES(1,1,1);
CREATE TABLE "province_column" (
	layout_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	sheet VARCHAR(32) NOT NULL, 
	"key" VARCHAR(500) NOT NULL, 
	heading VARCHAR(500) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_province_column PRIMARY KEY (layout_id, place), 
	CONSTRAINT fk_province_column_layout_id_province_layout FOREIGN KEY(layout_id) REFERENCES province_layout (id) ON DELETE CASCADE
);
INSERT INTO "province_column" VALUES(1,1,'register','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE province_layout (
	id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_province_layout PRIMARY KEY (id), 
	CONSTRAINT uq_province_layout_name UNIQUE (name)
);
INSERT INTO "province_layout" VALUES(1,'ข้อความ ๑ "''',1);
CREATE TABLE responsible (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_responsible PRIMARY KEY (id), 
	CONSTRAINT fk_responsible_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "responsible" VALUES(1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE responsible_duty (
	responsible_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_responsible_duty PRIMARY KEY (responsible_id, place), 
	CONSTRAINT fk_responsible_duty_responsible_id_responsible FOREIGN KEY(responsible_id) REFERENCES responsible (id) ON DELETE CASCADE
);
INSERT INTO "responsible_duty" VALUES(1,1,'ข้อความ ๑ "''');
CREATE TABLE schedule_draft (
	id INTEGER NOT NULL, 
	page VARCHAR(500) NOT NULL, 
	payload TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_schedule_draft PRIMARY KEY (id)
);
INSERT INTO "schedule_draft" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01 08:30:00.000000');
CREATE TABLE signatory (
	id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	staff_id INTEGER, 
	name VARCHAR(500) NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	capacity VARCHAR(32) NOT NULL, 
	signs BOOLEAN NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_signatory PRIMARY KEY (id), 
	CONSTRAINT fk_signatory_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE CASCADE, 
	CONSTRAINT fk_signatory_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "signatory" VALUES(1,'head',1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','own',1,1);
CREATE TABLE skill_group_rule (
	id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	group_code VARCHAR(64) NOT NULL, 
	personnel_type VARCHAR(32), 
	position_type VARCHAR(32), 
	title_words VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_skill_group_rule PRIMARY KEY (id)
);
INSERT INTO "skill_group_rule" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','regular','executive','ข้อความ ๑ "''',1);
CREATE TABLE staff (
	id INTEGER NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	first_name VARCHAR(500) NOT NULL, 
	last_name VARCHAR(500) NOT NULL, 
	sort_key VARCHAR(1000) NOT NULL, 
	search_key VARCHAR(1000) NOT NULL, 
	national_id VARCHAR(13), 
	birth_date DATE, 
	personnel_type VARCHAR(32) NOT NULL, 
	position_id INTEGER, 
	start_date DATE, 
	education VARCHAR(500) NOT NULL, 
	note TEXT NOT NULL, 
	left_on DATE, 
	left_reason VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT uq_staff_national_id UNIQUE (national_id), 
	CONSTRAINT uq_staff_position_id UNIQUE (position_id), 
	CONSTRAINT fk_staff_position_id_position FOREIGN KEY(position_id) REFERENCES position (id) ON DELETE RESTRICT
);
INSERT INTO "staff" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','regular',1,'2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','ข้อความ ๑ "''');
CREATE TABLE staff_skill_group (
	staff_id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	group_code VARCHAR(64) NOT NULL, 
	approver VARCHAR(500) NOT NULL, 
	approved_on DATE, 
	CONSTRAINT pk_staff_skill_group PRIMARY KEY (staff_id, framework, group_code), 
	CONSTRAINT fk_staff_skill_group_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "staff_skill_group" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01');
CREATE TABLE survey_count (
	year INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	unit_id INTEGER, 
	personnel_type VARCHAR(32) NOT NULL, 
	sent INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	CONSTRAINT pk_survey_count PRIMARY KEY (year, place), 
	CONSTRAINT fk_survey_count_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE RESTRICT
);
INSERT INTO "survey_count" VALUES(1,1,1,'regular',1,1);
CREATE TABLE swot_entry (
	plan_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_swot_entry PRIMARY KEY (plan_id, place), 
	CONSTRAINT fk_swot_entry_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "swot_entry" VALUES(1,1,'strength','ข้อความ ๑ "''');
CREATE TABLE target_group (
	id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_target_group PRIMARY KEY (id)
);
INSERT INTO "target_group" VALUES(1,'ข้อความ ๑ "''',1);
CREATE TABLE target_personnel_type (
	target_id INTEGER NOT NULL, 
	personnel_type VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_target_personnel_type PRIMARY KEY (target_id, personnel_type), 
	CONSTRAINT fk_target_personnel_type_target_id_target_group FOREIGN KEY(target_id) REFERENCES target_group (id) ON DELETE CASCADE
);
INSERT INTO "target_personnel_type" VALUES(1,'regular');
CREATE TABLE target_position_type (
	target_id INTEGER NOT NULL, 
	position_type VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_target_position_type PRIMARY KEY (target_id, position_type), 
	CONSTRAINT fk_target_position_type_target_id_target_group FOREIGN KEY(target_id) REFERENCES target_group (id) ON DELETE CASCADE
);
INSERT INTO "target_position_type" VALUES(1,'executive');
CREATE TABLE taxonomy_mapping (
	id INTEGER NOT NULL, 
	framework VARCHAR(64) NOT NULL, 
	guideline VARCHAR(64) NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_taxonomy_mapping PRIMARY KEY (id), 
	CONSTRAINT uq_taxonomy_mapping_framework UNIQUE (framework)
);
INSERT INTO "taxonomy_mapping" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE test_score (
	participant_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	score BIGINT NOT NULL, 
	CONSTRAINT pk_test_score PRIMARY KEY (participant_id, kind), 
	CONSTRAINT fk_test_score_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
);
INSERT INTO "test_score" VALUES(1,'pre',2000000);
CREATE TABLE training_class (
	id INTEGER NOT NULL, 
	year_project_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	attendance_percent INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	status_reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	course_id INTEGER, 
	status VARCHAR(32) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	letter_date DATE, 
	venue VARCHAR(500) NOT NULL, 
	letter_number VARCHAR(500) NOT NULL, 
	lecture BIGINT NOT NULL, 
	other BIGINT NOT NULL, 
	CONSTRAINT pk_training_class PRIMARY KEY (id), 
	CONSTRAINT fk_training_class_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_training_class_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
);
INSERT INTO "training_class" VALUES(1,1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'planned','2020-10-01','2020-10-01','2020-10-01','ข้อความ ๑ "''','ข้อความ ๑ "''',2000000,2000000);
CREATE TABLE training_need (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	note TEXT NOT NULL, 
	people INTEGER NOT NULL, 
	course_id INTEGER, 
	unit_id INTEGER, 
	source VARCHAR(32) NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_training_need PRIMARY KEY (id), 
	CONSTRAINT fk_training_need_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_training_need_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE RESTRICT
);
INSERT INTO "training_need" VALUES(1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''',1,1,1,'survey',1);
CREATE TABLE training_record (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	participant_id INTEGER, 
	kind VARCHAR(32) NOT NULL, 
	result VARCHAR(32) NOT NULL, 
	course TEXT NOT NULL, 
	project TEXT NOT NULL, 
	objective TEXT NOT NULL, 
	note TEXT NOT NULL, 
	class_number VARCHAR(500) NOT NULL, 
	organizer VARCHAR(500) NOT NULL, 
	venue VARCHAR(500) NOT NULL, 
	country VARCHAR(500) NOT NULL, 
	fund VARCHAR(500) NOT NULL, 
	degree VARCHAR(500) NOT NULL, 
	letter_number VARCHAR(500) NOT NULL, 
	order_number VARCHAR(500) NOT NULL, 
	certificate_number VARCHAR(500) NOT NULL, 
	position VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	letter_date DATE, 
	order_date DATE, 
	days BIGINT, 
	hours BIGINT, 
	score BIGINT, 
	CONSTRAINT pk_training_record PRIMARY KEY (id), 
	CONSTRAINT uq_training_record_participant_id UNIQUE (participant_id), 
	CONSTRAINT fk_training_record_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE, 
	CONSTRAINT fk_training_record_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
);
INSERT INTO "training_record" VALUES(1,1,1,'orientation','passed','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','2020-10-01','2020-10-01','2020-10-01',2000000,2000000,2000000);
CREATE TABLE training_rules (
	id INTEGER NOT NULL, 
	attendance_percent INTEGER NOT NULL, 
	pass_percent INTEGER NOT NULL, 
	follow_up_months INTEGER NOT NULL, 
	CONSTRAINT pk_training_rules PRIMARY KEY (id)
);
INSERT INTO "training_rules" VALUES(1,1,1,1);
CREATE TABLE wizard_draft (
	id INTEGER NOT NULL, 
	page VARCHAR(500) NOT NULL, 
	payload TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_wizard_draft PRIMARY KEY (id)
);
INSERT INTO "wizard_draft" VALUES(1,'ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01 08:30:00.000000');
CREATE TABLE "year_project" (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	outside_reason TEXT NOT NULL, 
	status_reason TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	suggestions TEXT NOT NULL, 
	plan_project_id INTEGER, 
	status VARCHAR(32) NOT NULL, 
	responsible VARCHAR(500) NOT NULL, 
	venue VARCHAR(500) NOT NULL, 
	memo_number VARCHAR(500) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	memo_date DATE, 
	approved_on DATE, 
	lecture BIGINT NOT NULL, 
	other BIGINT NOT NULL, 
	CONSTRAINT pk_year_project PRIMARY KEY (id), 
	CONSTRAINT fk_year_project_plan_project_id_project FOREIGN KEY(plan_project_id) REFERENCES project (id) ON DELETE RESTRICT
);
INSERT INTO "year_project" VALUES(1,1,1,1,'ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''',1,'planned','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','2020-10-01','2020-10-01','2020-10-01','2020-10-01',2000000,2000000);
CREATE TABLE year_project_cost (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	unit_price BIGINT NOT NULL, 
	quantity INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_year_project_cost PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_cost_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE
);
INSERT INTO "year_project_cost" VALUES(1,1,'ข้อความ ๑ "''',2000000,1,1,'ข้อความ ๑ "''');
CREATE TABLE year_project_course (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	CONSTRAINT pk_year_project_course PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_course_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_course_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_course" VALUES(1,1,1);
CREATE TABLE year_project_fund (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	fund_id INTEGER, 
	planned BIGINT NOT NULL, 
	used BIGINT NOT NULL, 
	CONSTRAINT pk_year_project_fund PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_fund_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_fund_fund_id_fund_source FOREIGN KEY(fund_id) REFERENCES fund_source (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_fund" VALUES(1,1,1,2000000,2000000);
CREATE TABLE year_project_indicator (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	target VARCHAR(500) NOT NULL, 
	unit VARCHAR(500) NOT NULL, 
	result VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_year_project_indicator PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_indicator_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE
);
INSERT INTO "year_project_indicator" VALUES(1,1,'output','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''','ข้อความ ๑ "''');
CREATE TABLE year_project_method (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	method_id INTEGER NOT NULL, 
	CONSTRAINT pk_year_project_method PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_method_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_method_method_id_method FOREIGN KEY(method_id) REFERENCES method (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_method" VALUES(1,1,1);
CREATE TABLE year_project_organizer (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	organizer_id INTEGER NOT NULL, 
	CONSTRAINT pk_year_project_organizer PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_organizer_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_organizer_organizer_id_organizer FOREIGN KEY(organizer_id) REFERENCES organizer (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_organizer" VALUES(1,1,1);
CREATE TABLE year_project_reach (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	level VARCHAR(32) NOT NULL, 
	line_id INTEGER, 
	unit_id INTEGER, 
	staff_id INTEGER, 
	CONSTRAINT pk_year_project_reach PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_reach_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_reach_line_id_position_line FOREIGN KEY(line_id) REFERENCES position_line (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_year_project_reach_unit_id_org_unit FOREIGN KEY(unit_id) REFERENCES org_unit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_year_project_reach_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_reach" VALUES(1,1,'level','executive-low',1,1,1);
CREATE TABLE year_project_target (
	year_project_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	CONSTRAINT pk_year_project_target PRIMARY KEY (year_project_id, place), 
	CONSTRAINT fk_year_project_target_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_year_project_target_target_id_target_group FOREIGN KEY(target_id) REFERENCES target_group (id) ON DELETE RESTRICT
);
INSERT INTO "year_project_target" VALUES(1,1,1);
CREATE TABLE year_project_text (
	year_project_id INTEGER NOT NULL, 
	part VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_year_project_text PRIMARY KEY (year_project_id, part), 
	CONSTRAINT fk_year_project_text_year_project_id_year_project FOREIGN KEY(year_project_id) REFERENCES year_project (id) ON DELETE CASCADE
);
INSERT INTO "year_project_text" VALUES(1,'principles','ข้อความ ๑ "''');
CREATE INDEX ix_org_unit_parent_id ON org_unit (parent_id);
CREATE INDEX ix_position_title_key ON position (title_key);
CREATE INDEX ix_position_line_id ON position (line_id);
CREATE INDEX ix_position_number_key ON position (number_key);
CREATE INDEX ix_position_unit_id ON position (unit_id);
CREATE INDEX ix_staff_sort_key ON staff (sort_key);
CREATE INDEX ix_staff_search_key ON staff (search_key);
CREATE INDEX ix_course_group_id ON course (group_id);
CREATE INDEX ix_course_law_id ON course (law_id);
CREATE INDEX ix_plan_first_year ON "plan" (first_year);
CREATE INDEX ix_responsible_plan_id ON responsible (plan_id);
CREATE INDEX ix_project_plan_id ON project (plan_id);
CREATE INDEX ix_project_method_method_id ON project_method (method_id);
CREATE INDEX ix_project_organizer_organizer_id ON project_organizer (organizer_id);
CREATE INDEX ix_project_target_target_id ON project_target (target_id);
CREATE INDEX ix_project_evaluation_evaluation_id ON project_evaluation (evaluation_id);
CREATE INDEX ix_project_course_course_id ON project_course (course_id);
CREATE INDEX ix_project_budget_fund_id ON project_budget (fund_id);
CREATE INDEX ix_assessment_staff_id ON assessment (staff_id);
CREATE INDEX ix_own_competency_line_id ON own_competency (line_id);
CREATE INDEX ix_idp_staff_id ON idp (staff_id);
CREATE INDEX ix_evaluation_schedule_project_id ON evaluation_schedule (project_id);
CREATE INDEX ix_evaluation_schedule_method_evaluation_id ON evaluation_schedule_method (evaluation_id);
CREATE INDEX ix_monitoring_report_plan_id ON monitoring_report (plan_id);
CREATE INDEX ix_annual_report_plan_id ON annual_report (plan_id);
CREATE INDEX ix_evidence_plan_id ON evidence (plan_id);
CREATE INDEX ix_year_project_method_method_id ON year_project_method (method_id);
CREATE INDEX ix_year_project_target_target_id ON year_project_target (target_id);
CREATE INDEX ix_year_project_course_course_id ON year_project_course (course_id);
CREATE INDEX ix_year_project_fund_fund_id ON year_project_fund (fund_id);
CREATE INDEX ix_training_class_year_project_id ON training_class (year_project_id);
CREATE INDEX ix_training_class_course_id ON training_class (course_id);
CREATE INDEX ix_participant_class_id ON participant (class_id);
CREATE INDEX ix_participant_staff_id ON participant (staff_id);
CREATE INDEX ix_evaluation_question_class_id ON evaluation_question (class_id);
CREATE INDEX ix_evaluation_sheet_class_id ON evaluation_sheet (class_id);
CREATE INDEX ix_evaluation_answer_question_id ON evaluation_answer (question_id);
CREATE INDEX ix_interview_participant_id ON interview (participant_id);
CREATE INDEX ix_interview_class_id ON interview (class_id);
CREATE INDEX ix_outside_result_class_id ON outside_result (class_id);
CREATE INDEX ix_follow_up_due_on ON follow_up (due_on);
CREATE INDEX ix_follow_up_participant_id ON follow_up (participant_id);
CREATE INDEX ix_committee_member_staff_id ON committee_member (staff_id);
CREATE INDEX ix_project_reach_line_id ON project_reach (line_id);
CREATE INDEX ix_project_reach_unit_id ON project_reach (unit_id);
CREATE INDEX ix_project_reach_staff_id ON project_reach (staff_id);
CREATE INDEX ix_issued_document_year ON issued_document (year);
CREATE INDEX ix_issued_document_plan_id ON issued_document (plan_id);
CREATE INDEX ix_meeting_plan_id ON meeting (plan_id);
CREATE INDEX ix_plan_event_plan_id ON plan_event (plan_id);
CREATE INDEX ix_plan_event_meeting_id ON plan_event (meeting_id);
CREATE INDEX ix_plan_event_document_id ON plan_event (document_id);
CREATE INDEX ix_plan_edition_plan_id ON plan_edition (plan_id);
CREATE INDEX ix_plan_edition_document_id ON plan_edition (document_id);
CREATE INDEX ix_training_need_course_id ON training_need (course_id);
CREATE INDEX ix_training_need_year ON training_need (year);
CREATE INDEX ix_training_need_unit_id ON training_need (unit_id);
CREATE INDEX ix_audit_entry_at ON audit_entry (at);
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE INDEX ix_education_record_staff_id ON education_record (staff_id);
CREATE INDEX ix_training_record_staff_id ON training_record (staff_id);
CREATE INDEX ix_course_target_target_id ON course_target (target_id);
CREATE INDEX ix_idp_item_course_id ON idp_item (course_id);
CREATE INDEX ix_signatory_unit_id ON signatory (unit_id);
CREATE INDEX ix_signatory_staff_id ON signatory (staff_id);
CREATE INDEX ix_law_replaced_by_id ON law (replaced_by_id);
CREATE INDEX ix_survey_count_unit_id ON survey_count (unit_id);
CREATE INDEX ix_year_project_organizer_organizer_id ON year_project_organizer (organizer_id);
CREATE INDEX ix_year_project_plan_project_id ON year_project (plan_project_id);
CREATE INDEX ix_year_project_year ON year_project (year);
CREATE INDEX ix_year_project_reach_unit_id ON year_project_reach (unit_id);
CREATE INDEX ix_year_project_reach_staff_id ON year_project_reach (staff_id);
CREATE INDEX ix_year_project_reach_line_id ON year_project_reach (line_id);
CREATE INDEX ix_held_position_staff_id ON held_position (staff_id);
COMMIT;
