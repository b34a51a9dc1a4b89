package org.linli.polls.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.results;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.polls.prizes.CertificateText;
import org.linli.polls.rounds.HeldRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/// A project from the unit that carries it out to the certificate of whoever proposed it.
class WorksTest extends HeldRounds {

    private static final String PROPERTY = "安和物业柳苑服务处";

    @Autowired
    Appraisals appraisals;

    @BeforeEach
    void aRoundIsCarriedOut() {
        write("truncate polls.awards");
        write("delete from outbox.letters where template = 'prize-won'");
        opened();
        write("update polls.rounds set phase = 'CARRYING_OUT'");
        write("""
                insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at, send,
                  proposed_at, state, reason, unit, version)
                select 'lm', r.id, p.n, p.title, p.title, 's1', 'resident:r17', 'webchat:lm:person:r17', 'send-' || n, now(),
                  'HANDED_OVER', '', p.unit, 1
                from polls.rounds r, (values (1, '装感应灯', '%s'), (2, '种香樟', '公共环境委员会')) p(n, title, unit)""".formatted(PROPERTY));
    }

    @Test
    void theUnitShowsWhatItHasDoneInPicturesThatEverybodySees() throws Exception {
        var chen = staff("chen");
        var qian = staff("qian");
        chen.post("/desk/rounds/1/works/milestone", Map.of("of", "1", "title", "进场施工", "due", "2020-01-01"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(qian.page("/desk/works")).contains("装感应灯", "已超期").doesNotContain("种香樟", "??");
        upload(qian, "1", picture()).expectStatus().is3xxRedirection();
        upload(qian, "1", picture()).expectStatus().is3xxRedirection();
        qian.post("/desk/rounds/1/works/reached", Map.of("of", "1", "number", "1"));

        String page = page("/polls/lm/round/1");
        var shown = Pattern.compile("<img[^>]* src=\"([^\"]+)\"").matcher(page);
        assertThat(shown.results().toList()).as("sent twice it is kept once").hasSize(1);
        shown.reset();
        assertThat(shown.find()).isTrue();
        web.get()
                .uri(shown.group(1))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png");
        assertThat(page).contains("完成", "进场施工 照片 1").doesNotContain("已超期", "??");
        web.get()
                .uri("/polls/lm/round/1/pictures/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var chen = staff("chen");

        assertThat(answer(
                        chen,
                        "money",
                        Map.of("of", "1", "source", "SPENT", "yuan", "1.999", "payer", "灯具店", "receipt", "")))
                .contains("金额要写成数字", "请写上票据号", "value=\"1.999\"", "value=\"灯具店\"")
                .contains("value=\"SPENT\" selected")
                .doesNotContain("请写上谁付的", "??");
        assertThat(answer(chen, "milestone", Map.of("of", "1", "title", "进场", "due", "明天")))
                .contains("请选一个日期", "value=\"进场\"", "aria-invalid=\"true\"")
                .doesNotContain("请写上节点", "??");
        assertThat(rows("polls.money") + rows("polls.milestones")).isZero();
    }

    @Test
    void whatIsNoPictureIsNotPutUp() {
        var qian = staff("qian");
        write("insert into polls.milestones (community_id, round, proposal, number, title, due_on) "
                + "select 'lm', id, 1, 1, '进场', current_date from polls.rounds");

        for (byte[] bytes : List.of("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            assertThat(text(upload(qian, "1", bytes))).contains("没有放上").doesNotContain("??");
        }
        assertThat(rows("polls.milestone_pictures")).isZero();
    }

    @Test
    void aMilestoneThatIsNotThereIsSaidToBeNone() throws Exception {
        var qian = staff("qian");
        assertThat(answer(qian, "reached", Map.of("of", "1", "number", "9")))
                .contains("没有这个节点")
                .doesNotContain("??");
        assertThat(answer(qian, "reached", Map.of("of", "1"))).contains("没有这个节点");
        assertThat(text(upload(qian, "1", picture()))).contains("没有这个节点").doesNotContain("??");
        write("insert into polls.milestones (community_id, round, proposal, number, title, due_on) "
                + "select 'lm', id, 1, 9, '进场', current_date from polls.rounds");
        for (int i = 0; i < 2; i++) {
            qian.post("/desk/rounds/1/works/reached", Map.of("of", "1", "number", "9"))
                    .expectStatus()
                    .is3xxRedirection();
        }
    }

    @Test
    void whatIsLateIsCalledOnceSomebodyIsToldAndTriedAgainOtherwise() {
        write("insert into polls.milestones (community_id, round, proposal, number, title, due_on) "
                + "select 'lm', id, p, 1, '进场', date '2020-01-01' from polls.rounds, unnest(array[1, 2, 9]) p");
        var chen = staff("chen");
        assertThat(chen.page("/desk/works")).contains("还没有催到").doesNotContain("??");
        assertThat(chen.page("/desk/rounds/1/works")).contains("还没有催到").doesNotContain("??");

        assertThat(ran("call-late-works")).isEqualTo(2);
        assertThat(letters("works-late")).isEqualTo(2);
        assertThat(count("select count(*) n from polls.milestones where called_on is null and tried_at is not null"))
                .as("of a project that is not there nobody was told")
                .isEqualTo(1);
        assertThat(chen.page("/desk/works")).contains("已超期").doesNotContain("还没有催到", "??");
        assertThat(ran("call-late-works")).as("nobody is called twice").isZero();
        write("update polls.milestones set called_on = called_on - 5");
        assertThat(chen.page("/desk/rounds/1/works")).contains("还没有催到");
    }

    @Test
    void aUnitSeesAndChangesItsOwnProjectsAlone() {
        var qian = staff("qian");

        qian.post("/desk/rounds/1/works/reached", Map.of("of", "2", "number", "1"))
                .expectStatus()
                .isNotFound();
        qian.post("/desk/rounds/1/works/milestone", Map.of("of", "1", "title", "进场", "due", "2030-01-01"))
                .expectStatus()
                .isForbidden();
        assertThat(qian.page("/desk/rounds/1/works")).contains("装感应灯").doesNotContain("种香樟", "登记资金", "??");
        staff("lin").get("/desk/rounds/1/works").expectStatus().isNotFound();
    }

    @Test
    void residentsAppraiseTheUnitOnceEnoughHaveSaidSo() {
        appraised(1, 5, 4);
        assertThat(page("/polls/lm/round/1")).contains("还不到 3 位").doesNotContain("居民评议 4.5");

        appraised(2, 1);
        var units = results(appraisals.ofUnits(SignedInAs.LM));
        assertThat(units).extracting(Appraisals.Score::isTold).containsExactly(false, false);
        write("update polls.proposals set unit = '" + PROPERTY + "'");
        assertThat(results(appraisals.ofUnits(SignedInAs.LM)))
                .singleElement()
                .satisfies(it -> assertThat(it.average()).isEqualTo("3.3"));
        assertThat(page("/polls/lm/round/1")).contains("所有项目：居民评议 3.3 分（3 人）");
    }

    @Test
    void theRuleGivesItsPrizeOnceAndTheCertificateOpensByItsLinkAlone() throws Exception {
        appraised(1, 5, 4, 3);
        appraised(2, 4, 4, 3);
        write("update polls.proposals set state = 'DONE'");
        write("update polls.rounds set phase = 'PRIZES'");

        assertThat(ran("give-prizes")).as("4.0 is enough, 3.7 is not").isEqualTo(1);
        assertThat(ran("give-prizes")).as("once").isZero();
        assertThat(told("prize-won")).contains("装感应灯", "平均 4.0 分");
        assertThat(page("/polls/lm/round/1")).contains("金点子奖", "平均 4.0 分").doesNotContain("/certificates/", "??");

        var link = Pattern.compile("/polls/lm/certificates/[-0-9a-f]+/[-_\\w]+")
                .matcher(staff("chen").page("/desk/rounds/1/prizes"));
        assertThat(link.find()).isTrue();
        byte[] pdf = web.get()
                .uri(link.group())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(String.join("", CertificateText.lines(Objects.requireNonNull(pdf))))
                .contains("荣誉证书", "“装感应灯”获得“金点子奖”");
        web.get()
                .uri(link.group().replaceAll(".$", "~"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoeverIsKnownOnTwoChannelsWinsOnce() {
        appraised(1, 5, 4, 4);
        write(
                "insert into community.identities (community_id, address, resident) "
                        + "select community_id, address || '-too', resident from community.identities where address = 'webchat:lm:person:r17'");
        write("update polls.proposals set state = 'DONE', "
                + "told_at = E'webchat:lm:person:r17\\nwebchat:lm:person:r17-too\\nwebchat:lm:person:r18'");
        write("update polls.rounds set phase = 'PRIZES'");

        assertThat(ran("give-prizes")).isEqualTo(2);
        assertThat(letters("prize-won")).isEqualTo(2);
        write("delete from community.identities where address like '%-too'");
    }

    @Test
    void whoeverProposedPartsOfAMergedProposalWinsAsWell() {
        appraised(1, 5, 4, 4);
        write("update polls.proposals set state = 'DONE', told_at = E'webchat:lm:person:r17\\nwebchat:lm:person:r18'");
        write("update polls.rounds set phase = 'PRIZES'");

        assertThat(ran("give-prizes")).isEqualTo(2);
        assertThat(ran("give-prizes")).as("once each").isZero();
        assertThat(letters("prize-won")).isEqualTo(2);
        assertThat(count("select count(distinct winner) n from polls.awards where starts_with(winner, 'sealed:')"))
                .as("names are not to be read in the table")
                .isEqualTo(2);
    }

    @Test
    void whoeverIsReachedNowhereWinsAsWellBesideOthersAndStaffHandsOverTheCertificate() {
        appraised(1, 5, 4, 4);
        write("update polls.proposals set state = 'DONE', told_at = 'webchat:lm:person:r17', "
                + "proposers = array['resident:r17', 'resident:nowhere', 'gone-1a2b3c4d']");
        write("insert into community.residents (community_id, id, verified) values ('lm', 'nowhere', true)");
        write("update polls.rounds set phase = 'PRIZES'");

        assertThat(ran("give-prizes")).isEqualTo(2);
        assertThat(ran("give-prizes")).as("once each").isZero();
        assertThat(letters("prize-won")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.awards where told_at = ''"))
                .isEqualTo(1);
        assertThat(staff("chen").page("/desk/rounds/1/prizes")).doesNotContain("??");
        write("delete from community.residents where id = 'nowhere'");
    }

    @Test
    void staffGivesOtherPrizesWithAReasonAndTheWinnerIsTold() {
        write("update polls.rounds set phase = 'PRIZES'");
        var chen = staff("chen");
        String id = UUID.randomUUID().toString();

        assertThat(text(chen.post(
                        "/desk/rounds/1/prizes", Map.of("id", id, "prize", "EXPERT", "winner", "王工", "reason", ""))))
                .contains("请写上理由", "value=\"王工\"")
                .doesNotContain("??");
        assertThat(rows("polls.awards")).isZero();
        var form = Map.of("id", id, "prize", "EXPERT", "winner", "王工", "resident", "r17", "reason", "看了三次图纸");
        chen.post("/desk/rounds/1/prizes", form).expectStatus().is3xxRedirection();
        chen.post("/desk/rounds/1/prizes", form).expectStatus().is3xxRedirection();

        assertThat(rows("polls.awards")).isEqualTo(1);
        assertThat(told("prize-won")).contains("专家奖", "看了三次图纸").doesNotContain("王工");
        assertThat(page("/polls/lm/round/1")).contains("专家奖", "王工", "看了三次图纸");
    }

    private void appraised(int proposal, int... scores) {
        for (int i = 0; i < scores.length; i++) {
            write("""
                    insert into polls.appraisals (community_id, round, proposal, appraiser, score, words, at)
                    select 'lm', id, %d, 'resident:r0%d', %d, '', now() from polls.rounds""".formatted(proposal, i, scores[i]));
        }
    }

    private static byte[] picture() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static WebTestClient.ResponseSpec upload(SignedInAs staff, String proposal, byte[] bytes) {
        return staff.upload("/desk/rounds/1/works/picture", Map.of("of", proposal, "number", "1"), bytes);
    }

    private static String answer(SignedInAs staff, String act, Map<String, String> form) {
        return text(staff.post("/desk/rounds/1/works/" + act, form));
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private long rows(String table) {
        return count("select count(*) n from " + table);
    }

    private void write(String sql) {
        completed(database.sql(sql).then());
    }
}
