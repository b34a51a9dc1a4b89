package org.linli.notices.sending;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private record Page(List<Chosen> people, DecideReach decide) {

        void countInto(ReachPlan plan) {
            people.forEach(it -> plan.add(
                    decide.to(it),
                    decide.ways(),
                    Objects.requireNonNullElse(it.resident().name(), ""),
                    home(it)));
        }

        private String home(Chosen it) {
            return Optional.ofNullable(it.resident().home())
                    .flatMap(decide.map()::place)
                    .map(decide.map()::display)
                    .orElse("");
        }
    }

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

    /// As far as it takes to see that somebody learns of it now; nearly always one page of people. Empty where what it
    /// names is no more.
    public Mono<ReachPlan> untilSomebodyIsTold(Notice notice) {
        return communities
                .map(notice.community())
                .flatMap(map -> meant.by(notice, map)
                        .flatMap(those -> counted(
                                decided(notice, map, those)
                                        .takeUntil(it -> counted(it, those).isTold()),
                                those)));
    }

    private Mono<ReachPlan> of(Notice notice, CommunityMap map, Those those) {
        return counted(decided(notice, map, those), those)
                .flatMap(plan -> quotas(notice, plan).map(plan::with));
    }

    private Flux<Page> decided(Notice notice, CommunityMap map, Those those) {
        return pages(those)
                .concatMap(
                        page -> prepare.of(notice, map, those.groups(), page).map(decide -> new Page(page, decide)), 1);
    }

    private static Mono<ReachPlan> counted(Flux<Page> pages, Those those) {
        return pages.collect(() -> empty(those), (plan, page) -> page.countInto(plan));
    }

    private static ReachPlan counted(Page page, Those those) {
        var plan = empty(those);
        page.countInto(plan);
        return plan;
    }

    private static ReachPlan empty(Those those) {
        return new ReachPlan(those.groups().stream().map(Group::name).toList());
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
