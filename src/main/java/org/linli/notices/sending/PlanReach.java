package org.linli.notices.sending;

import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.Chosen;
import org.linli.ledger.Uses;
import org.linli.notices.Notice;
import org.linli.notices.sending.ReachPlan.QuotaUse;
import org.linli.notices.sending.WhoIsMeant.Those;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Thinks a notice through without telling anybody: the same decisions as those of [SpreadNotices], only counted.
@Component
public class PlanReach {

    private static final int PAGE = 500;

    private final WhoIsMeant meant;
    private final Communities communities;
    private final PrepareBatch prepare;
    private final Uses uses;

    PlanReach(WhoIsMeant meant, Communities communities, PrepareBatch prepare, Uses uses) {
        this.meant = meant;
        this.communities = communities;
        this.prepare = prepare;
        this.uses = uses;
    }

    /// How many it is for. Empty where what it names is no more.
    public Mono<Long> people(Notice notice) {
        return communities
                .map(notice.community())
                .flatMap(map -> meant.by(notice, map))
                .flatMap(Those::count);
    }

    /// Empty where what it names is no more.
    public Mono<ReachPlan> of(Notice notice) {
        return communities
                .map(notice.community())
                .flatMap(map -> meant.by(notice, map).flatMap(those -> of(notice, map, those)));
    }

    private Mono<ReachPlan> of(Notice notice, CommunityMap map, Those those) {
        var ways = prepare.ways(notice);
        return pages(those)
                .concatMap(page -> prepare.of(notice, map, those.groups(), page)
                        .map(decide -> page.stream().map(decide::to).toList()))
                .collect(
                        () -> new ReachPlan(
                                those.groups().stream().map(Group::name).toList()),
                        (plan, page) -> page.forEach(it -> plan.add(it, ways)))
                .flatMap(plan -> quotas(notice, plan).map(plan::with));
    }

    private static Flux<List<Chosen>> pages(Those those) {
        return those.page("", PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : those.page(page.getLast().resident().id(), PAGE).collectList());
    }

    /// What is left is counted for the community, whatever the account.
    private Mono<List<QuotaUse>> quotas(Notice notice, ReachPlan plan) {
        var anybody = new Account(new ChannelId("any"), "any", notice.community());
        return Flux.fromIterable(plan.drawn().entrySet())
                .concatMap(it -> uses.left(anybody, it.getKey())
                        .map(left -> new QuotaUse(it.getKey(), it.getValue(), left.left(), left.until())))
                .collectList();
    }
}
