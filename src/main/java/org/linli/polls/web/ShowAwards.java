package org.linli.polls.web;

import java.util.List;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.Awards;
import org.linli.polls.prizes.CertificateLinks;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts prizes on a page.
@Component
class ShowAwards {

    /// @param winner      empty where their name is not told
    /// @param certificate path of it; for the desk alone
    record AwardView(String prize, int proposal, String winner, String reason, String certificate) {

        /// For everybody.
        AwardView open() {
            return new AwardView(prize, proposal, winner, reason, "");
        }
    }

    private final Awards awards;
    private final CertificateLinks links;

    ShowAwards(Awards awards, CertificateLinks links) {
        this.awards = awards;
        this.links = links;
    }

    /// Never empty; the list may be.
    Mono<List<AwardView>> of(Round round) {
        return awards.of(round)
                .concatMap(it -> links.path(it.community(), it.id()).map(path -> view(it, path)))
                .collectList();
    }

    private static AwardView view(Award it, String path) {
        return new AwardView(
                it.prize().name(), it.proposal(), it.prize().isForProposer() ? "" : it.winner(), it.reason(), path);
    }
}
