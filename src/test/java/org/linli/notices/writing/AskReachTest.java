package org.linli.notices.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffMember;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Somebody who is known at a service desk alone (微信客服), to whom nothing may be said before they write.
class AskReachTest extends PlayedWecom {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    LookAtNotice look;

    @Autowired
    WarnBeforeSending warn;

    @Autowired
    Communities communities;

    @Autowired
    ImportCommunity imports;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void somebodyIsKnownAtTheDeskAlone() {
        DemoCommunity.isThere(imports);
        run("truncate notices.notices cascade");
        run(
                "insert into community.residents (community_id, id, home, verified) values ('lm', 'shut', 'b3-1-201', true)");
        run("insert into community.identities (community_id, address, resident)"
                + " values ('lm', 'wecom-kf:desk:person:shut', 'shut')");
        run("insert into community.tags (community_id, tag, resident) values ('lm', '只在客服', 'shut')");
    }

    @AfterEach
    void nobodyIs() {
        run("delete from community.tags where resident = 'shut'");
        run("delete from community.identities where resident = 'shut'");
        run("delete from community.residents where id = 'shut'");
    }

    @Test
    void whereAllWouldHaveToWriteFirstAnOrdinaryNoticeDoesNotLeaveAndSaysWhy() {
        var notice = to("只在客服", Importance.ORDINARY);

        assertThat(result(look.at(notice)).faults()).singleElement().satisfies(it -> {
            assertThat(it.field() + "." + it.why()).isEqualTo("audience.shut");
            assertThat(it.facts()).containsExactly("1", "微信客服");
        });
        assertThat(result(handle.submit(chen(), notice))).isEqualTo(new Result.Declined("faults"));
    }

    @Test
    void whatMattersLeavesAndOneIsToldToKnock() {
        for (var importance : new Importance[] {Importance.IMPORTANT, Importance.EMERGENCY}) {
            var notice = to("只在客服", importance);
            assertThat(result(look.at(notice)).faults()).isEmpty();
            assertThat(result(warn.of(notice).map(Fault::why).collectList())).containsExactly("shut-doors");
        }
    }

    @Test
    void whereOthersLearnOfItNothingIsSaid() {
        var notice = to("只在客服 或 独居", Importance.ORDINARY);
        assertThat(result(look.at(notice)).faults()).isEmpty();
        assertThat(result(look.at(to("3栋", Importance.ORDINARY))).faults()).isEmpty();
    }

    private Notice to(String whom, Importance importance) {
        var now = Instant.now();
        var draft = new Draft(
                new Wording(Kind.POLICY, importance, "通知", "请来登记 " + UUID.randomUUID()),
                whom,
                new Period(now, now.plus(Duration.ofHours(30))),
                null);
        var saved = result(handle.save(chen(), UUID.randomUUID(), draft));
        assertThat(saved).isInstanceOf(Result.Done.class);
        return ((Result.Done) saved).after();
    }

    private StaffMember chen() {
        return result(communities.map(LM)).staffMember("chen").orElseThrow();
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
