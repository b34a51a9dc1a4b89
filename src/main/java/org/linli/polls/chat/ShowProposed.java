package org.linli.polls.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundLetters;
import org.linli.polls.wishes.WishKept;
import org.linli.polls.wishes.Wishes;
import org.linli.polls.wishes.Wishes.Waiting;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A picture that comes right after a proposal belongs to it, or to the wish that waits; nine at the most. What the
/// committee has let pass gets no more: everybody sees those pictures.
@Component
class ShowProposed implements Skill {

    private static final Intent PICTURE = new Intent("propose.picture");
    private static final int MOST = 9;

    private final FindProposals proposals;
    private final Wishes wishes;
    private final RoundLetters letters;

    ShowProposed(FindProposals proposals, Wishes wishes, RoundLetters letters) {
        this.proposals = proposals;
        this.wishes = wishes;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "show-proposed";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(PICTURE);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var speaker = request.speaker();
        String voter = RoundHere.voter(speaker);
        return wishes.of(speaker.community(), voter)
                .map(it -> waiting(request, voter, it))
                .switchIfEmpty(Mono.defer(() -> proposals
                        .latestOf(speaker.community(), voter)
                        .filter(it -> it.state() == State.PROPOSED)
                        .map(it -> shown(request, it))))
                .defaultIfEmpty(Answer.saying("proposal-how", Map.of("page", "")));
    }

    private static Answer waiting(Request request, String voter, Waiting it) {
        var wish = it.wish().showing(more(it.wish().pictures(), request));
        return Answer.saying("proposal-picture", Map.of("proposal", "", "pictures", count(wish.pictures())))
                .with(new WishKept(wish.community(), voter, new Waiting(wish, it.alike(), it.at())));
    }

    private Answer shown(Request request, Proposal it) {
        var after = it.showing(more(it.pictures(), request));
        return Answer.saying(
                        "proposal-picture", Map.of("proposal", letters.line(it), "pictures", count(after.pictures())))
                .with(new RoundChanged(new Change.ProposalMoved(it.version(), after)));
    }

    private static List<String> more(List<String> pictures, Request request) {
        return Stream.concat(pictures.stream(), request.pictures().stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String count(List<String> pictures) {
        return String.valueOf(pictures.size());
    }
}
