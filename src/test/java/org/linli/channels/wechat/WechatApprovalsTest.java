package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.SettableClock;
import org.linli.channels.Approvals.Refused;
import org.linli.channels.Approvals.Why;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Folder;
import org.linli.standin.wechat.WechatWorld;

/// Whether the platform has approved what a letter fills, asked of the stand-in on a port of its own.
class WechatApprovalsTest {

    private static final String ID = "approved-0000000000000000001";
    private static final String LIST = "/cgi-bin/template/get_all_private_template";
    private static final CommunityId OURS = new CommunityId("lianmeng");
    private static final Map<String, String> FACTS = Map.of("title", "停水", "text", "明天停水");
    private static final WechatWorld.Template APPROVED =
            new WechatWorld.Template(ID, "通知", "通知：{{thing1.DATA}}\n内容：{{thing2.DATA}}");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
    private Workbench workbench;
    private StandInWechat wechat;

    @BeforeEach
    void connect() {
        workbench = new Workbench();
        wechat = new StandInWechat(
                Workbench.CALLS.appId(), Workbench.SECRET, new WechatWorld(List.of(), List.of(APPROVED)));
    }

    @AfterEach
    void disconnect() {
        wechat.close();
        workbench.close();
    }

    @Test
    void whatIsApprovedAndFitsHasNoFault() throws IOException {
        assertThat(refused(approvals("thing1: \"{title}\", thing2: \"{text}\""), FACTS))
                .isEmpty();
    }

    @Test
    void aLetterWithoutAFormAndAnotherCommunityAreNotAskedFor() throws IOException {
        var approvals = approvals("thing1: \"{title}\"");
        assertThat(results(approvals.refused(OURS, "case-accepted", FACTS))).isEmpty();
        assertThat(results(approvals.refused(new CommunityId("other"), "notice", FACTS)))
                .isEmpty();
        assertThat(wechat.sent(LIST)).isEmpty();
    }

    @Test
    void fieldsThatDoNotFitAreEachNamed() throws IOException {
        assertThat(refused(approvals("thing1: \"{title}\", thing5: \"{text}\""), FACTS))
                .containsExactlyInAnyOrder(in(Why.NO_SUCH_FIELD, ID, "thing5"), in(Why.FIELD_LEFT_OUT, ID, "thing2"));
        assertThat(refused(approvals("thing1: \"{title}\", thing2: \"{nothing}\""), FACTS))
                .containsExactly(in(Why.FIELD_EMPTY, ID, "thing2"));
    }

    @Test
    void aTemplateThatThePlatformTakesAwayIsToldOnceTheListIsOld() throws IOException {
        var approvals = approvals("thing1: \"{title}\", thing2: \"{text}\"");
        assertThat(refused(approvals, FACTS)).isEmpty();

        wechat.platform().takeAway(ID);
        assertThat(refused(approvals, FACTS)).as("asked a moment ago").isEmpty();
        clock.pass(Duration.ofMinutes(11));
        assertThat(refused(approvals, FACTS)).containsExactly(in(Why.NOT_APPROVED, ID, ""));

        wechat.platform().approve(APPROVED);
        clock.pass(Duration.ofSeconds(11));
        assertThat(refused(approvals, FACTS)).as("mended at the platform").isEmpty();
    }

    @Test
    void whileThePlatformIsSilentTheLastListCounts() throws IOException {
        var approvals = approvals("thing1: \"{title}\", thing2: \"{text}\"");
        wechat.answers(LIST, -1);
        assertThat(refused(approvals, FACTS)).containsExactly(in(Why.NOT_KNOWN, ID, ""));

        wechat.behaves();
        assertThat(refused(approvals, FACTS)).isEmpty();
        clock.pass(Duration.ofHours(1));
        wechat.answers(LIST, -1);
        assertThat(refused(approvals, FACTS)).isEmpty();
    }

    @Test
    void subscriptionsHaveAListOfTheirOwn() throws IOException {
        Files.writeString(
                folder.resolve("notice.yml"),
                "subscription: {id: {demo: not-there-000000000000000001}, fields: {thing1: \"{title}\"}}");
        assertThat(refused(approvals(), FACTS))
                .containsExactly(new Refused(
                        Why.NOT_APPROVED, "wechat.subscription", "demo", "not-there-000000000000000001", ""));
    }

    private static Refused in(Why why, String form, String field) {
        return new Refused(why, "wechat.template", "demo", form, field);
    }

    private static List<Refused> refused(WechatApprovals approvals, Map<String, String> facts) {
        return results(approvals.refused(OURS, "notice", facts));
    }

    private WechatApprovals approvals(String fields) throws IOException {
        Files.writeString(
                folder.resolve("notice.yml"), "template: {id: {demo: %s}, fields: {%s}}".formatted(ID, fields));
        return approvals();
    }

    private WechatApprovals approvals() {
        var settings = Workbench.settings(wechat.base());
        return new WechatApprovals(
                new Accounts(settings),
                new Forms(new Folder(folder.toString())),
                new ApprovedForms(workbench.api(settings), clock));
    }
}
