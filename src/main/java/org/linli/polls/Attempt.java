package org.linli.polls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.polls.Admissions.Known;
import org.linli.polls.BallotCast.Trace;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Seals.Seal;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;
import org.linli.polls.log.ReceiptCode;

/// One attempt to vote: pure.
///
/// @param send names it for ever
record Attempt(Voter voter, Marks marks, String send, Whence whence) {

    /// What has to be written of it.
    Result taken(Known known, Instant at) {
        var cast = cast(known.now(), known.seal(), at);
        var entry = cast.entry();
        return new Result.Taken(known.before(), marks, entry == null ? null : ReceiptCode.of(entry), cast);
    }

    private BallotCast cast(Poll poll, Seal seal, Instant at) {
        String token = seal.token(voter.id());
        return new BallotCast(
                poll,
                voter,
                token,
                voter.former().isEmpty() ? "" : seal.token(voter.former()),
                marks,
                entry(poll, seal, token),
                poll.electorate().frozen() ? traces(seal, token) : List.of(),
                seal.send(send),
                at,
                false);
    }

    private List<Trace> traces(Seal seal, String token) {
        return whence.sources().entrySet().stream()
                .map(it -> Trace.of(it.getKey(), it.getValue(), token, seal))
                .toList();
    }

    private @Nullable Hash entry(Poll poll, Seal seal, String token) {
        return seal.isLogged()
                ? seal.receipt(new CountedPaper(poll.paper()).line(marks), token, seal.send(send))
                        .commitment()
                : null;
    }

    /// What somebody votes is nobody's business.
    @Override
    public String toString() {
        return "Attempt[]";
    }
}
