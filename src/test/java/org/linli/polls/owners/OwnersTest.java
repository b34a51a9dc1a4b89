package org.linli.polls.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Residents;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.polls.FindPolls;
import org.linli.polls.NeighboursVote;
import org.linli.polls.Poll;
import org.springframework.beans.factory.annotation.Autowired;

/// Owners of the demo decide by heads and area.
class OwnersTest extends NeighboursVote {

    @Autowired
    FindPolls polls;

    @Autowired
    ReadMeter meters;

    @Autowired
    Residents residents;

    @Test
    void ownersDecideByHeadsAndAreaAndSeeWhatIsMissing() {
        var chen = staff("chen");
        String r17 = home("r17");
        chen.post("/desk/owners/parcels", Map.of("lines", """
                        %s\t90.50\t%s、赵四
                        %s,100,%s,A1
                        b3-3-602,100,%s,A1
                        b3-3-601;59.5;王五
                        """.formatted(
                                r17, name("r17"), home("r18"), name("r18"), name("r18"))))
                .expectStatus()
                .is3xxRedirection();
        assertThat(chen.page("/desk/owners"))
                .contains("4 套，业主 3 人", "350.00 平方米")
                .doesNotContain("??");
        assertThat(count("select count(*) n from polls.parcels where starts_with(names, 'sealed:')"))
                .as("nobody reads names of owners in the database")
                .isEqualTo(4);
        chen.post("/desk/owners", asked()).expectStatus().is3xxRedirection();
        chen.post("/desk/owners", asked("MAJOR", "")).expectStatus().isOk();
        var poll = result(polls.latest(SignedInAs.LM).next());

        says("r17", "同意 #1");
        says("r17", "确认");
        says("r01", "投1 #1");
        assertThat(told("poll-not-registered")).isNotEmpty();
        assertThat(result(meters.of(poll)).took()).isEqualTo(new Share(1, 90_50));
        assertThat(page("/polls/lm/1"))
                .contains("1 / 3 人，要 2 人", "还差 1 人", "还差 142.84 平方米")
                .doesNotContain("??", "通过");

        says("r18", "投1 #1");
        says("r18", "确认");
        assertThat(result(meters.of(poll)).hasQuorum()).isTrue();
        closed(poll);

        assertThat(told("owners-closed")).contains("\"agreed\":\"yes\"", "290.50");
        assertThat(page("/polls/lm/1")).contains("通过：人数和面积都达到了").doesNotContain("??");
        completed(database.sql("delete from polls.seals").then());
        assertThat(result(meters.of(poll)).agree())
                .as("kept for after the secret is destroyed")
                .isEqualTo(new Share(2, 290_50));
    }

    @Test
    void whatIsPastedWithAMistakeIsRefusedWholeAndTheLineIsNamed() {
        var chen = staff("chen");
        var answer = chen.post("/desk/owners/parcels", Map.of("lines", """
                b3-1-101 90
                nowhere,90,王芳
                b3-1-102,90.555,王芳
                b3-1-102,90,王芳
                b3-1-102,91,李强
                """))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer)
                .contains("第 1 行", "第 2 行：找不到这一户", "第 3 行：面积", "第 5 行：这一户写了两次")
                .doesNotContain("第 4 行", "??");
        assertThat(count("select count(*) n from polls.parcels")).isZero();
        chen.post("/desk/owners", asked()).expectStatus().isOk();
        assertThat(count("select count(*) n from polls.polls")).isZero();
    }

    private static Map<String, String> asked() {
        return asked("ORDINARY", "是否同意更换物业服务企业");
    }

    private static Map<String, String> asked(String majority, String words) {
        return Map.of(
                "id", UUID.randomUUID().toString(), "words", words, "place", "b3", "majority", majority, "days", "7");
    }

    private void closed(Poll poll) {
        completed(database.sql(
                        "update polls.polls set opens_at = now() - interval '2 h', closes_at = now() where id = $1")
                .bind("$1", poll.id())
                .then());
        ran("close-polls");
    }

    private String home(String resident) {
        return of(resident, "home");
    }

    private String name(String resident) {
        return String.valueOf(
                result(residents.byId(new CommunityId("lm"), resident)).name());
    }

    private String of(String resident, String column) {
        return result(database.sql("select " + column + " t from community.residents where id = $1")
                .bind("$1", resident)
                .map(row -> Columns.text(row, "t"))
                .one());
    }
}
