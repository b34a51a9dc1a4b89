package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Wording;
import org.linli.outbox.PlanWays.Planned;
import org.linli.platform.database.CommunityId;

/// The cheapest way that is open to the person now comes first, and the plan counts what will happen.
class DecideReachTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Address WECHAT = Address.person(new ChannelId("wechat"), "demo", "o1");
    private static final Address WECOM = Address.person(new ChannelId("wecom"), "demo", "w1");
    private static final Quota DAILY = new Quota("wechat.template", Scope.account(WECHAT), 100_000, Period.DAY);

    @Test
    void whatIsShutComesAfterWhatIsOpenThoughItIsCheaper() {
        var shut = new Planned("wechat.service", 0, List.of(), false);
        var open = new Planned("wecom.app", 6, List.of(), true);

        var told = decide(Map.of(WECHAT, shut, WECOM, open));

        assertThat(told.address()).isEqualTo(WECOM);
        assertThat(told.others()).containsExactly(WECHAT);
    }

    @Test
    void whoHasToWriteFirstIsNotReminded() {
        var shut = new Planned("wechat.service", 0, List.of(), false);
        var open = new Planned("wecom.app", 6, List.of(), true);

        assertThat(isOpen(Map.of(WECHAT, shut, WECOM, open))).isTrue();
        assertThat(isOpen(Map.of(WECHAT, shut))).isFalse();
        assertThat(isOpen(Map.of())).isFalse();
    }

    @Test
    void amongTheOpenOnesTheCheapestComesFirst() {
        var cheap = new Planned("wechat.service", 0, List.of(), true);
        var dear = new Planned("wecom.app", 6, List.of(), true);

        assertThat(decide(Map.of(WECHAT, cheap, WECOM, dear)).address()).isEqualTo(WECHAT);
    }

    @Test
    void thePlanCountsATemplateMessageWithItsQuota() {
        var template = new Planned("wechat.template", 3, List.of(DAILY), true);

        var plan = plan(Map.of(WECHAT, template));

        assertThat(plan.ways()).isEqualTo(Map.of("wechat.template", 1L));
        assertThat(plan.drawn()).isEqualTo(Map.of(DAILY, 1L));
        assertThat(plan.others()).isEmpty();
        assertThat(plan.isShut()).isFalse();
    }

    @Test
    void whoHasToWriteFirstIsCountedAsThatAndByNoWay() {
        var shut = new Planned("wechat.service", 0, List.of(), false);

        var plan = plan(Map.of(WECHAT, shut));

        assertThat(plan.ways()).isEmpty();
        assertThat(plan.others()).isEqualTo(Map.of(Fate.HELD, 1L));
        assertThat(plan.isShut()).isTrue();
        assertThat(plan.shut()).hasSize(1);
    }

    private static ReachPlan plan(Map<Address, Planned> ways) {
        var plan = new ReachPlan(List.of());
        plan.add(decide(ways), ways);
        return plan;
    }

    private static Recipient decide(Map<Address, Planned> ways) {
        var resident = new Resident(LM, "r1", "王淑琴", null, true);
        var person = new Chosen(resident, List.of(WECHAT, WECOM), List.of(), Set.of(), Set.of(), Set.of());
        return reach(ways).to(person);
    }

    private static boolean isOpen(Map<Address, Planned> ways) {
        return reach(ways).isOpen(decide(ways));
    }

    private static DecideReach reach(Map<Address, Planned> ways) {
        var map = new CommunityMap(LM, "柳苑社区", List.of(), List.of(), List.of(), List.of());
        return new DecideReach(notice(), map, List.of(), Map.of(), Map.of(), ways, 3, NOW);
    }

    private static Notice notice() {
        return new Notice(
                LM,
                "n",
                new Wording(Kind.OUTAGE, Importance.IMPORTANT, "停水", "今天停水"),
                "全体",
                new org.linli.notices.Period(NOW, NOW.plus(Duration.ofHours(8))),
                null,
                Notice.State.APPROVED,
                "xu",
                NOW,
                null,
                null,
                1);
    }
}
