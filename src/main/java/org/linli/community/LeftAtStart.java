package org.linli.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// The file that the start was told to import and could not, until one about the same community is imported. In memory:
/// the next start tries it again.
@Component
public class LeftAtStart {

    /// @param file  its name, without where it lies
    /// @param about `null` where it does not say which of several communities it is about
    public record Left(String file, @Nullable CommunityId about, List<Problem> problems, Instant at) {

        public Left {
            problems = List.copyOf(problems);
        }
    }

    private final AtomicReference<@Nullable Left> left = new AtomicReference<>();
    private final Clock clock;

    LeftAtStart(Clock clock) {
        this.clock = clock;
    }

    void left(String file, @Nullable CommunityId about, UnusableFile why) {
        left.set(new Left(file, about, why.problems(), clock.instant()));
    }

    void taken(CommunityId community) {
        left.updateAndGet(it -> it == null || community.equals(it.about()) ? null : it);
    }

    /// Whatever it is about. Empty where the start took all that it was told to.
    Optional<Left> any() {
        return Optional.ofNullable(left.get());
    }

    /// For the administrators of that community. What is wrong with a file that names none of several is in the log.
    public Optional<Left> about(CommunityId community) {
        return any().filter(it -> community.equals(it.about()));
    }
}
