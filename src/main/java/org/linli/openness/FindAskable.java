package org.linli.openness;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Known;
import org.linli.masking.MaskWords;
import org.linli.openness.Askable.Answer;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds what could be shown: the latest cases of the last month, none that are about people.
@Component
public class FindAskable {

    private static final Duration BACK = Duration.ofDays(30);
    private static final int MOST = 60;

    private final CasesByTime cases;
    private final Offers offers;
    private final PublicLabels labels;
    private final MaskWords mask;
    private final Clock clock;

    FindAskable(CasesByTime cases, Offers offers, PublicLabels labels, MaskWords mask, Clock clock) {
        this.cases = cases;
        this.offers = offers;
        this.labels = labels;
        this.mask = mask;
        this.clock = clock;
    }

    /// Sixty at most. Never empty; the list may be.
    public Mono<List<Askable>> of(CommunityId community) {
        var now = clock.instant();
        var wanted =
                new CasesByTime.Wanted(labels.all(), List.of(), List.of(), now.minus(BACK), now, true, true, MOST, 0);
        return cases.opened(community, wanted)
                .map(Known::it)
                .collectList()
                .flatMap(found -> Mono.zip(
                        mask.forEverybody(
                                community,
                                found.stream().map(it -> it.problem().words()).toList()),
                        offers.of(community, found.stream().map(Case::number).toList()),
                        (masked, offered) -> IntStream.range(0, found.size())
                                .mapToObj(i -> askable(
                                        found.get(i),
                                        masked.get(i),
                                        offered.get(found.get(i).number())))
                                .toList()));
    }

    private static Askable askable(Case it, String masked, @Nullable Offer offer) {
        if (offer == null) {
            return new Askable(it, masked, AskWriter.isReached(it.reporter()) ? Answer.NEW : Answer.UNREACHED);
        }
        Boolean agreed = offer.agreed();
        return new Askable(it, offer.words(), agreed == null ? Answer.ASKED : agreed ? Answer.YES : Answer.NO);
    }
}
