package org.linli.cases.behalf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.cases.web.SignedInAs.LM;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.Case;
import org.linli.cases.CaseKind;
import org.linli.cases.FindCases;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Columns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Staff enters cases for people who do not write, on the pages and in the database.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class OnBehalfTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    FindCases find;

    @Autowired
    FindOnBehalf entries;

    @Autowired
    DatabaseClient database;

    private SignedInAs chen;

    @BeforeEach
    void nothingIsEnteredYet() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql("truncate cases.on_behalf").then());
        completed(database.sql("update cases.cases set opened_at = opened_at - interval '4 days'")
                .then());
        chen = new SignedInAs("chen", web);
    }

    @Test
    void whatAStrangerSaysOnTheTelephoneIsACaseAndStaffIsRemindedToCall() {
        String number = enter(Map.of("words", "3栋2单元电梯坏了", "name", "李阿姨", "phone", "138 0013 8000"));

        var it = the(number);
        assertThat(it.problem().label()).isEqualTo("report.elevator");
        assertThat(it.problem().place()).isEqualTo("b3-2");
        assertThat(steps(number)).startsWith("OPENED", "ENTERED");
        assertThat(chen.page("/desk/cases/" + number))
                .contains("陈", "代录", "李**", "*******8000")
                .doesNotContain("13800138000", "??");
        assertThat(results(entries.toCall(LM))).isEmpty();

        act(number, "reply", Map.of("words", "维修工下午到"));
        assertThat(lettersOf(number, "case-answered")).isZero();
        assertThat(chen.page("/desk/enter")).contains(number, "要打电话告知的（1）").doesNotContain("??");

        told(number, Map.of("words", "知道了"));
        assertThat(results(entries.toCall(LM))).isEmpty();
        assertThat(steps(number)).endsWith("TOLD");
    }

    @Test
    void aDumpOfTheTableTellsNeitherWhoCalledNorFromWhere() {
        enter(Map.of("words", "6栋1单元电梯坏了", "name", "孙婆婆", "phone", "138 0013 8009"));

        String dump = result(database.sql("select string_agg(b::text, ' ') as t from cases.on_behalf b")
                .map(row -> Columns.text(row, "t"))
                .one());

        assertThat(dump).contains("sealed:").doesNotContain("孙婆婆", "13800138009", "138 0013 8009");
        assertThat(results(entries.numbersOf(LM, "13800138009"))).hasSize(1);
        assertThat(results(entries.numbersOf(LM, "13800138008"))).isEmpty();
    }

    @Test
    void whatTheySayOnTheTelephoneCountsAsIfTheyHadWrittenIt() {
        String number = enter(Map.of("words", "小超市门口下水道堵了", "name", "王大爷", "phone", "13800138001"));
        act(number, "resolve", Map.of("words", "通了"));
        told(number, Map.of("stars", "1", "words", "还是堵的"));

        assertThat(the(number).state()).isEqualTo(State.REOPENED);
    }

    @Test
    void aResidentWithAChannelIsToldByLetters() {
        assertThat(chen.post("/desk/enter/people", Map.of("find", "赵桂兰"))
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("value=\"r01\"", "赵**")
                .doesNotContain("赵桂兰", "??");
        String number = enter(Map.of("words", "儿童乐园的滑梯裂了", "resident", "r01", "way", "VISIT"));

        assertThat(the(number).reporter().resident()).isEqualTo("r01");
        act(number, "reply", Map.of("words", "明天换"));
        assertThat(lettersOf(number, "case-answered")).isEqualTo(1);
        assertThat(results(entries.toCall(LM))).isEmpty();
    }

    @Test
    void whoDoesNotWantToBeToldIsNotTold() {
        var form = form(Map.of("words", "垃圾房太臭", "resident", "r01", "way", "BOX"));
        form.remove("contact");
        String number = submit(form);

        act(number, "reply", Map.of("words", "加一次清运"));
        assertThat(lettersOf(number, "case-answered")).isZero();
        assertThat(results(entries.toCall(LM))).isEmpty();
    }

    @Test
    void theSameFormTwiceIsOneCaseAndTheSameTelephoneOneNeighbour() {
        var form = form(Map.of("words", "5栋1单元电梯停了", "phone", "13800138002", "label", "report.elevator"));

        assertThat(submit(form)).isEqualTo(submit(form));
        String again = enter(Map.of("words", "5栋1单元电梯还是不动", "phone", "13800138002", "label", "report.elevator"));
        assertThat(again).isEqualTo(submit(form));
        assertThat(number(database, "select count(*) as n from cases.supporters where number = '" + again + "'"))
                .isZero();
        String other = enter(Map.of("words", "5栋1单元电梯停在半路", "phone", "13800138003", "label", "report.elevator"));
        assertThat(other).isEqualTo(again);
        assertThat(number(database, "select count(*) as n from cases.supporters where number = '" + again + "'"))
                .isEqualTo(1);
    }

    @Test
    void aMandateFromAboveStandsAloneWithItsOwnDay() {
        enter(Map.of("words", "6栋楼道堆物", "label", "report.fire_hazard"));
        String number = enter(
                Map.of("words", "6栋楼道堆物专项整治", "label", "report.fire_hazard", "way", "ABOVE", "due", "2099-12-30"));

        assertThat(the(number).course().kind()).isEqualTo(CaseKind.MANDATE);
        assertThat(the(number).care().dueAt()).isEqualTo("2099-12-30T10:00:00Z");
    }

    @Test
    void aPhotoOfThePaperIsKeptWithTheCase() throws IOException {
        var form = form(Map.of("words", "南门的灯坏了，纸条上写的", "way", "PAPER"));
        chen.upload("/desk/enter", form, png()).expectStatus().isSeeOther();
        String number = result(entries.number(LM, form.getOrDefault("occasion", "")));

        assertThat(chen.page("/desk/cases/" + number)).contains("/desk/cases/" + number + "/pictures/");
        String id =
                result(database.sql("select pictures[1] as id from cases.steps where number = $1 and kind = 'OPENED'")
                        .bind(0, number)
                        .map(row -> Columns.text(row, "id"))
                        .one());
        chen.get("/desk/cases/" + number + "/pictures/" + id).expectStatus().isOk();
        web.get()
                .uri("/pictures/lm/" + number + "/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatCannotBeEnteredStandsThereStill() {
        String page = chen.post("/desk/enter", form(Map.of("words", "吵得很", "place", "77栋")))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("没有找到这个地方", "吵得很", "77栋").doesNotContain("??");
    }

    @Test
    void aPhotoThatIsTooLargeIsRefusedAndTheWordsStandThereStill() {
        String page = chen.upload("/desk/enter", form(Map.of("words", "南门的灯坏了")), new byte[9 * 1024 * 1024])
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("只收 5 MB 以内", "南门的灯坏了").doesNotContain("??");
    }

    @Test
    void aGridWorkerFindsOnlyTheirOwnResidents() {
        var lin = new SignedInAs("lin", web);
        var elsewhere = result(database.sql(
                        "select id from community.residents where community_id = 'lm' and home like 'b5-%' order by id limit 1")
                .map(row -> Columns.text(row, "id"))
                .one());
        var form = form(Map.of("words", "老槐树下太黑", "resident", elsewhere));
        lin.post("/desk/enter", form).expectStatus().isSeeOther();

        assertThat(the(result(entries.number(LM, form.getOrDefault("occasion", ""))))
                        .reporter()
                        .resident())
                .isNull();
    }

    private String enter(Map<String, String> fields) {
        return submit(form(fields));
    }

    private static Map<String, String> form(Map<String, String> fields) {
        var form =
                new HashMap<>(Map.of("occasion", UUID.randomUUID().toString(), "way", "TELEPHONE", "contact", "yes"));
        form.putAll(fields);
        return form;
    }

    private String submit(Map<String, String> form) {
        chen.post("/desk/enter", form).expectStatus().isSeeOther();
        return result(entries.number(LM, form.getOrDefault("occasion", "")));
    }

    private void act(String number, String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(result(find.file(LM, number)).seen()));
        form.put("occasion", UUID.randomUUID().toString());
        chen.post("/desk/cases/" + number + "/" + act, form).expectStatus().isSeeOther();
    }

    private void told(String number, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("entry", result(entries.ofCase(LM, number).next()).it().occasion());
        chen.post("/desk/cases/" + number + "/told", form).expectStatus().isSeeOther();
    }

    private Case the(String number) {
        return result(find.file(LM, number)).it();
    }

    private List<String> steps(String number) {
        return results(database.sql("select kind from cases.steps where number = $1 order by id")
                .bind(0, number)
                .map(row -> Step.Kind.valueOf(Columns.text(row, "kind")).name())
                .all());
    }

    private long lettersOf(String number, String template) {
        return number(
                database,
                "select count(*) as n from outbox.letters where template = '%s' and facts::text like '%%%s%%'"
                        .formatted(template, number));
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
