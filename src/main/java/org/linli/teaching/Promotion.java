package org.linli.teaching;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.linli.teaching.Candidate.State;
import org.linli.understanding.IntentFiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// From what was taught to what is learnt: proposes a change of the examples, puts it on trial, promotes it, takes it
/// back. Each step is a person's; whoever watches the folder of examples learns what is in it.
@Service
public class Promotion {

    /// What became of a click.
    public enum Result {
        DONE,
        /// It was decided already, or the files were changed by somebody else.
        STALE,
        /// The examples are packed with the program or cannot be written: apply the patch instead.
        NOT_WRITABLE
    }

    private static final int SHOWN = 10;

    private final Lessons lessons;
    private final Candidates candidates;
    private final IntentFiles files;
    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;

    Promotion(
            Lessons lessons,
            Candidates candidates,
            IntentFiles files,
            DatabaseClient database,
            Bells bells,
            Clock clock) {
        this.lessons = lessons;
        this.candidates = candidates;
        this.files = files;
        this.database = database;
        this.bells = bells;
        this.clock = clock;
    }

    /// What the lessons of a community change. Never empty; the change may be.
    public Mono<ProposedChange> proposed(CommunityId community) {
        return Mono.zip(
                Mono.fromCallable(files::read).subscribeOn(Schedulers.boundedElastic()),
                lessons.taught(community).collectList(),
                ProposedChange::of);
    }

    public Mono<Boolean> isWritable() {
        return Mono.fromCallable(files::areWritable).subscribeOn(Schedulers.boundedElastic());
    }

    /// The newest first.
    public Flux<Candidate> candidates() {
        return candidates.newest(SHOWN);
    }

    public Flux<Times> differences(Candidate it) {
        return candidates.differences(it, SHOWN);
    }

    /// In place of whatever was on trial.
    public Mono<Result> ask(StaffMember by) {
        return proposed(by.community())
                .filter(change -> !change.isEmpty())
                .flatMap(change -> candidates
                        .ask(by.community(), UUID.randomUUID().toString(), by.id(), clock.instant(), change)
                        .thenReturn(Result.DONE))
                .doOnNext(_ -> bells.ring(TrainCandidates.NAME))
                .defaultIfEmpty(Result.STALE);
    }

    /// Puts what is on trial to use. Safe to repeat after a crash in between.
    public Mono<Result> promote(StaffMember by, String id) {
        return one(by, id, State.TRYING)
                .flatMap(it -> moved(
                        written(it.before(), it.after()),
                        decided(it, State.PROMOTED, State.TRYING, by).delayUntil(_ -> lessons(it, "taught", "learnt"))))
                .defaultIfEmpty(Result.STALE);
    }

    /// Back to the examples before the last promotion; what it taught waits for the next one.
    public Mono<Result> rollBack(StaffMember by, String id) {
        return one(by, id, State.PROMOTED)
                .flatMap(it -> moved(
                        written(it.after(), it.before()),
                        decided(it, State.ROLLED_BACK, State.PROMOTED, by)
                                .delayUntil(_ -> lessons(it, "learnt", "taught"))))
                .defaultIfEmpty(Result.STALE);
    }

    public Mono<Result> drop(StaffMember by, String id) {
        return candidates()
                .filter(it -> it.community().equals(by.community()) && it.id().equals(id))
                .next()
                .flatMap(it -> decided(it, State.DROPPED, State.TRYING, by))
                .defaultIfEmpty(Result.STALE);
    }

    /// The newest of its state, if that is the one that is meant: older ones are not in the files alone any more.
    private Mono<Candidate> one(StaffMember by, String id, State state) {
        return candidates()
                .filter(it -> it.state() == state)
                .next()
                .filter(it -> it.community().equals(by.community()) && it.id().equals(id));
    }

    /// What is decided is kept once the files say it.
    private static Mono<Result> moved(Mono<Result> written, Mono<Result> decided) {
        return written.flatMap(result -> result == Result.DONE ? decided : Mono.just(result));
    }

    private Mono<Result> written(Map<String, String> before, Map<String, String> after) {
        return Mono.fromCallable(() -> !files.areWritable()
                        ? Result.NOT_WRITABLE
                        : files.replace(before, after) ? Result.DONE : Result.STALE)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Result> decided(Candidate it, State next, State from, StaffMember by) {
        return candidates
                .become(it, next, by.id(), clock.instant(), from)
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
