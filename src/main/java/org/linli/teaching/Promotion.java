package org.linli.teaching;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.linli.teaching.Candidate.State;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// From what was taught to what is learnt: proposes a change of the examples, puts it on trial, promotes it, takes it
/// back. Each step is a person's and leaves a line in the trail; every replica learns what was promoted.
@Service
public class Promotion {

    /// What became of a click.
    public enum Result {
        DONE,
        /// It was decided already, or the examples or what it teaches are not what they were.
        STALE
    }

    private static final int SHOWN = 10;

    private final Lessons lessons;
    private final Learning learning;
    private final Candidates candidates;
    private final Differences differences;
    private final NoteChange note;
    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;

    Promotion(
            Lessons lessons,
            Learning learning,
            Candidates candidates,
            Differences differences,
            NoteChange note,
            DatabaseClient database,
            Bells bells,
            Clock clock) {
        this.lessons = lessons;
        this.learning = learning;
        this.candidates = candidates;
        this.differences = differences;
        this.note = note;
        this.database = database;
        this.bells = bells;
        this.clock = clock;
    }

    /// What the lessons of a community would change of what is in use. Never empty; the change may be.
    public Mono<ProposedChange> proposed(CommunityId community) {
        return learning.shown(community);
    }

    /// The same and what of theirs was promoted, as a change of the examples that came with the program. Never empty.
    public Mono<ProposedChange> missing(CommunityId community) {
        return learning.missing(community);
    }

    /// The newest first. What people said is there only of the community that asks.
    public Flux<Candidate> candidates(CommunityId community) {
        return lessons.words(community)
                .flatMapMany(words -> candidates.newest(SHOWN).map(it -> {
                    var comparison = it.comparison();
                    return comparison == null ? it : it.with(comparison.saying(words));
                }));
    }

    public Flux<Times> differences(Candidate it) {
        return differences.of(it, SHOWN);
    }

    /// In place of whatever was on trial.
    public Mono<Result> ask(StaffMember by) {
        return learning.next(by.community())
                .filter(change -> !change.proposed().isEmpty())
                .flatMap(change -> candidates
                        .ask(by.community(), UUID.randomUUID().toString(), by.id(), clock.instant(), change)
                        .thenReturn(Result.DONE))
                .doOnNext(_ -> bells.ring(TrainCandidates.NAME))
                .defaultIfEmpty(Result.STALE);
    }

    /// Puts what is on trial to use, everywhere within seconds.
    public Mono<Result> promote(StaffMember by, String id) {
        return one(by, id)
                .filterWhen(it -> learning.of(it).map(change -> change.print().equals(it.print())))
                .flatMap(it -> decided(it, State.PROMOTED, State.TRYING, by, lessons(it, "taught", "learnt")))
                .defaultIfEmpty(Result.STALE);
    }

    /// Ids of those that are in use and cannot be taken back here, since the files of the examples say all that they
    /// teach. Never empty; the set may be.
    public Mono<Set<String>> inFiles(List<Candidate> candidates) {
        var promoted =
                candidates.stream().filter(it -> it.state() == State.PROMOTED).toList();
        return promoted.isEmpty() ? Mono.just(Set.of()) : learning.inFiles(promoted);
    }

    /// As if it had never been promoted, whatever was promoted since; what it taught waits for the next one. Stale
    /// where it stands in files, which nobody changes here.
    public Mono<Result> rollBack(StaffMember by, String id) {
        return one(by, id)
                .filterWhen(it -> inFiles(List.of(it)).map(Set::isEmpty))
                .flatMap(it -> decided(it, State.ROLLED_BACK, State.PROMOTED, by, lessons(it, "learnt", "taught")))
                .defaultIfEmpty(Result.STALE);
    }

    public Mono<Result> drop(StaffMember by, String id) {
        return one(by, id)
                .flatMap(it -> decided(it, State.DROPPED, State.TRYING, by, Mono.empty()))
                .defaultIfEmpty(Result.STALE);
    }

    private Mono<Candidate> one(StaffMember by, String id) {
        return candidates.byId(by.community(), id);
    }

    /// The decision, what follows from it and the line in the trail, or nothing.
    private Mono<Result> decided(Candidate it, State next, State from, StaffMember by, Mono<Void> follows) {
        var decided = candidates
                .become(it, next, by.id(), clock.instant(), from)
                .delayUntil(done -> done ? follows : Mono.empty());
        var line = new Noted(
                it.community(),
                by.id(),
                Noted.Kind.SETTING_CHANGED,
                "understanding",
                "%s %s, %d examples, for all communities"
                        .formatted(
                                it.id(),
                                next.word().replace('_', ' '),
                                it.lessons().size()),
                clock.instant());
        return note.where(decided, line)
                .doOnNext(_ -> bells.ring(LearnPromoted.NAME))
                .map(done -> done ? Result.DONE : Result.STALE);
    }

    private Mono<Void> lessons(Candidate it, String from, String to) {
        return database.sql("""
                        update teaching.lessons set state = $4
                        where community_id = $1 and key = any($2) and state = $3""")
                .bind(0, it.community().value())
                .bind(1, it.lessons().toArray(String[]::new))
                .bind(2, from)
                .bind(3, to)
                .then();
    }
}
