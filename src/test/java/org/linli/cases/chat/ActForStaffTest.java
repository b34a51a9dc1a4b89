package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.Case;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.State;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.ImportCommunity;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What staff can do with cases by writing, on the real database.
@LinliTest
class ActForStaffTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reports;

    @Autowired
    FindCases find;

    @Autowired
    ActForStaff skill;

    @Autowired
    Effects effects;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    CommunityMap map;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        map = Objects.requireNonNull(communities.map(LM).block());
        DemoCommunity.hasNoCases(database);
    }

    @Test
    void aCaseIsAcceptedDelayedAndResolvedByItsShortNumber() {
        var number = report("report.elevator", "b3", "电梯又停了");
        String brief = Long.toString(Long.parseLong(number.substring(8)));

        assertThat(says("qian", "接单 " + brief).template()).isEqualTo("staff-did-accept");
        assertThat(the(number).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(the(number).care().assignee()).isEqualTo("qian");
        var before = the(number).care().dueAt();

        var delayed = says("qian", "还要两天 " + number);
        assertThat(delayed.template()).isEqualTo("staff-did-delay");
        assertThat(the(number).care().dueAt())
                .isAfter(before)
                .isAfter(clock.instant().plus(Duration.ofHours(47)));
        assertThat(delayed.effects())
                .filteredOn(Letter.class::isInstance)
                .extracting(it -> ((Letter) it).template())
                .containsExactly("case-delayed");

        assertThat(says("qian", "办结 " + number + " 换了门机").template()).isEqualTo("staff-did-resolve");
        assertThat(the(number).state()).isEqualTo(State.RESOLVED);
        var again = says("qian", "办结 " + number + " 换了门机");
        assertThat(again.template()).isEqualTo("staff-refused");
        assertThat(again.facts()).containsEntry("refusal", "ALREADY_DONE");
    }

    @Test
    void whoMayNotActAtTheDeskMayNotActByWriting() {
        var number = report("report.noise", "b3", "半夜唱歌");

        assertThat(says("qian", "接单 " + number).template()).isEqualTo("staff-not-yours");
        assertThat(the(number).state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void aReasonIsAskedForAsAtTheDesk() {
        var number = report("report.elevator", "b3", "电梯又停了");

        var refused = says("qian", "退回 " + number);
        assertThat(refused.template()).isEqualTo("staff-refused");
        assertThat(refused.facts()).containsEntry("refusal", "WORDS_MISSING");
        assertThat(says("qian", "退回 " + number + " 不归我们管").template()).isEqualTo("staff-did-return");
        assertThat(the(number).care().unit()).isEqualTo("desk");
    }

    @Test
    void itIsPassedOnToTheUnitThatIsNamed() {
        var number = report("report.elevator", "b3", "电梯又停了");

        var which = says("chen", "转给 委员会 " + number + " 归他们管");
        assertThat(which.template()).isEqualTo("staff-which-unit");
        assertThat(which.facts().get("choices")).contains("▸ " + number + " 转给 公共环境委员会 归他们管");
        assertThat(says("chen", number + " 转给 公共环境委员会 归他们管").template()).isEqualTo("staff-did-pass-on");
        assertThat(the(number).care().unit()).isEqualTo("environment");
    }

    @Test
    void whichCaseIsAskedWhereItIsNotClear() {
        assertThat(says("qian", "接单").template()).isEqualTo("staff-none");
        var lift = report("report.elevator", "b3", "电梯又停了");
        var lamp = report("report.power", "b5", "楼道灯不亮");

        var which = says("qian", "办结 修好了");
        assertThat(which.template()).isEqualTo("staff-which");
        assertThat(which.facts().get("choices")).contains("▸ " + lift + " 办结 修好了", "▸ " + lamp + " 办结 修好了");
        says("qian", "接单 " + lamp);
        assertThat(says("qian", "办结 修好了").facts()).containsEntry("number", lamp);
        assertThat(the(lift).state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void onlyStaffIsUnderstoodAndAmongOthersOnlyWithANumber() {
        var building = map.group("b3").orElseThrow();
        assertThat(skill.recognises(resident(), "接单 123")).isEmpty();
        assertThat(skill.recognises(staff("qian", null), "接单")).isPresent();
        assertThat(skill.recognises(staff("qian", building), "还要两天")).isEmpty();
        assertThat(skill.recognises(staff("qian", building), "接单 123")).isPresent();
        assertThat(perform(staff("qian", building), "接单 123").template()).isEqualTo("in-private");
    }

    @Test
    void aUnitIsAtWorkInItsOwnChat() {
        var number = report("report.elevator", "b3", "电梯又停了");
        var chat = new Group("unbound", "", Address.parse("webchat:lm:group:property"), "lm", 0.9);

        assertThat(perform(staff("qian", chat), "接单 " + number).template()).isEqualTo("staff-did-accept");
    }

    private Answer says(String staff, String words) {
        return perform(staff(staff, null), words);
    }

    private Answer perform(Speaker speaker, String words) {
        var request = new Request(
                UUID.randomUUID().toString(),
                speaker,
                new Intent("staff.case"),
                List.of(words),
                List.of(),
                null,
                "",
                Entities.NONE,
                clock.instant());
        var answer = Objects.requireNonNull(skill.perform(request).block());
        effects.commit(answer.effects()).block();
        return answer;
    }

    private Speaker staff(String id, @Nullable Group group) {
        return new Speaker(
                LM,
                Address.parse("webchat:lm:person:" + id),
                null,
                map.staffMember(id).orElseThrow(),
                group);
    }

    private static Speaker resident() {
        return new Speaker(LM, Address.parse("webchat:lm:person:r18"), null, null, null);
    }

    private Case the(String number) {
        return Objects.requireNonNull(find.file(LM, number).block()).it();
    }

    private String report(String label, String place, String words) {
        var address = Address.parse("webchat:lm:person:r18");
        var answer = Objects.requireNonNull(reports.report(new Report(
                        LM,
                        UUID.randomUUID().toString(),
                        label,
                        map.place(place).orElseThrow(),
                        "",
                        words,
                        List.of(),
                        new Neighbour("r18", address, null, address),
                        clock.instant()))
                .block());
        effects.commit(answer.effects()).block();
        return Objects.requireNonNull(answer.facts().get("number"));
    }
}
