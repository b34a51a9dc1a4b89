package org.linli.notices.audience;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Keeps a line under a name, which lines may use from then on.
@Service
public class SaveAudience {

    /// What became of it.
    public enum Result {
        SAVED,
        /// The line names what is not known.
        NOT_UNDERSTOOD,
        /// No name, one that is too long, or one with signs that lines are made of.
        NO_NAME,
        /// A place, tag or group is called so.
        TAKEN;

        /// The end of a key of words.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}·]{1," + SavedAudience.LONGEST_NAME + "}");
    private static final Pattern SIGNS = Pattern.compile("[或且非]");

    private final FindAudience audience;
    private final Effects effects;
    private final Clock clock;

    SaveAudience(FindAudience audience, Effects effects, Clock clock) {
        this.audience = audience;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty. What lines mean that are kept is found out each time they are used, so a saved one may not use
    /// another: nobody could tell where it ends.
    public Mono<Result> as(StaffMember member, String name, String line) {
        return audience.plainNames(member.community())
                .map(names -> judged(name, line, names))
                .delayUntil(result -> result == Result.SAVED ? keep(member, name, line) : Mono.empty());
    }

    public Mono<Void> letGo(StaffMember member, String name) {
        return keep(member, name, "");
    }

    private static Result judged(String name, String line, Names names) {
        if (!NAME.matcher(name).matches() || SIGNS.matcher(name).find()) {
            return Result.NO_NAME;
        }
        if (names.meant().containsKey(name)) {
            return Result.TAKEN;
        }
        return ReadAudience.read(line, names) instanceof Reading.Understood ? Result.SAVED : Result.NOT_UNDERSTOOD;
    }

    private Mono<Void> keep(StaffMember member, String name, String line) {
        return effects.commit(List.of(new SavedAudience(member.community(), name, line, member.id(), clock.instant())));
    }
}
