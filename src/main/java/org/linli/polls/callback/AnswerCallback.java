package org.linli.polls.callback;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.alarms.AlarmLetters;
import org.linli.polls.ballots.Marks;
import org.linli.polls.callback.Drawn.State;
import org.linli.polls.callback.SampleChanged.Change;
import org.linli.polls.log.ReceiptCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Shows a voter on whom the lot fell what their receipt stands for, and takes down whether they meant it. The
/// committee hears that somebody says no, and neither who nor what.
@Service
public class AnswerCallback {

    /// @param marks what the box holds under the voter's receipt
    public record Asked(Drawn drawn, ReceiptCode receipt, Marks marks) {

        @Override
        public String toString() {
            return "Asked[" + drawn + "]";
        }
    }

    private final Samples samples;
    private final CastBallot cast;
    private final AlarmLetters letters;
    private final Effects effects;

    AnswerCallback(Samples samples, CastBallot cast, AlarmLetters letters, Effects effects) {
        this.samples = samples;
        this.cast = cast;
        this.letters = letters;
        this.effects = effects;
    }

    /// Empty where the lot did not fall on this voter, or nobody can tell any more.
    public Mono<Asked> of(Poll poll, Voter voter) {
        return cast.entry(poll, voter)
                .flatMap(entry -> Mono.zip(
                        samples.of(poll, entry),
                        cast.current(poll, voter),
                        (drawn, marks) -> new Asked(drawn, ReceiptCode.of(entry), marks)));
    }

    /// May be said otherwise later. Said twice it is said once.
    public Mono<Void> answer(Poll poll, Asked it, boolean isSame) {
        var moved = new SampleChanged(
                poll.community(), poll.id(), new Change.Moved(it.drawn().place(), isSame ? State.SAME : State.DIFFERS));
        return (isSame ? Mono.just(List.<Effect>of(moved)) : letters.differs(poll, moved))
                .flatMap(effects::commit)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }
}
