package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.State;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Cases about the same problem, on their pages.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SamePageTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    FindCases find;

    @Autowired
    Effects effects;

    @Autowired
    Clock clock;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void twoCasesBecomeOneAndTwoAgainAndEachPageSaysSo() {
        var first = report("report.pets", "b6", "狗没拴绳子", "r18");
        var second = report("report.sanitation", "b6", "楼下都是狗粪", "r17");
        var chen = new SignedInAs("chen", web);

        merge(chen, second, first).expectStatus().is3xxRedirection();
        assertThat(chen.page("/desk/cases/" + second)).contains("这件已并入", "href=\"/desk/cases/" + first, "拆开，各办各的");
        assertThat(chen.page("/desk/cases/" + first)).contains("并进来的", second, "并进来一件");

        chen.post("/desk/cases/" + second + "/take-apart", form(second, Map.of()))
                .expectStatus()
                .is3xxRedirection();
        assertThat(state(second)).isEqualTo(State.ASSIGNED);
        assertThat(chen.page("/desk/cases/" + second)).doesNotContain("这件已并入").contains("拆开，各办各的");
    }

    @Test
    void whatCannotBeMergedIsSaid() {
        var first = report("report.parking", "b6", "消防通道停了车", "r18");
        var chen = new SignedInAs("chen", web);

        assertThat(body(merge(chen, first, "LM-2026-999999"))).contains("没有找到这个编号");
        assertThat(body(merge(chen, first, first))).contains("这就是同一个编号");
        assertThat(body(chen.post(
                        "/desk/cases/" + first + "/merge",
                        Map.of("version", "99", "occasion", UUID.randomUUID().toString(), "other", first))))
                .contains("刚刚被同事改动");
    }

    @Test
    void whoSeesOneUnitOnlyMergesNothingOfOthers() {
        var ofGrid = report("report.dispute", "b6", "邻居吵架", "r18");
        var ofProperty = report("report.facility", "b6", "单元门坏了", "r18");
        var qian = new SignedInAs("qian", web);

        assertThat(body(merge(qian, ofProperty, ofGrid))).contains("没有找到这个编号");
        assertThat(state(ofGrid).isOpen()).isTrue();
    }

    @Test
    void theCallBacksOfLastMonthAreThereForThoseWhoSeeEverything() {
        assertThat(new SignedInAs("chen", web).page("/desk/callbacks"))
                .contains("电话回访")
                .doesNotContain("??");
        new SignedInAs("qian", web).get("/desk/callbacks").expectStatus().isNotFound();
    }

    private WebTestClient.ResponseSpec merge(SignedInAs staff, String one, String other) {
        return staff.post("/desk/cases/" + one + "/merge", form(one, Map.of("other", other)));
    }

    private Map<String, String> form(String number, Map<String, String> more) {
        var file = Objects.requireNonNull(find.file(LM, number).block());
        var form = new HashMap<>(more);
        form.put("version", String.valueOf(file.seen()));
        form.put("occasion", UUID.randomUUID().toString());
        return form;
    }

    private static String body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private State state(String number) {
        return Objects.requireNonNull(find.file(LM, number).block()).it().state();
    }

    private String report(String label, String place, String words, String resident) {
        var map = Objects.requireNonNull(communities.map(LM).block());
        var address = Address.parse("webchat:lm:person:" + resident);
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                label,
                map.place(place).orElseThrow(),
                "",
                words,
                List.of(),
                new Neighbour(resident, address, null, address),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        return Objects.requireNonNull(answer.facts().get("number"));
    }
}
