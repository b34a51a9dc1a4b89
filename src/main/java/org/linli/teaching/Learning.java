package org.linli.teaching;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.IntentFiles;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The examples as they are and as they would be: what came with the program, over it what was promoted, over that what
/// is meant to be learnt next.
@Component
class Learning {

    /// @param before   all files, text by path
    /// @param proposed what would change of them
    record Change(SortedMap<String, String> before, ProposedChange proposed) {

        SortedMap<String, String> after() {
            return proposed.over(before);
        }

        /// Names the examples as they would be.
        String print() {
            return IntentFiles.print(after());
        }
    }

    private final IntentFiles files;
    private final Lessons lessons;

    Learning(IntentFiles files, Lessons lessons) {
        this.files = files;
        this.lessons = lessons;
    }

    /// What the lessons of a community that wait for it would change. Never empty; the change may be.
    Mono<Change> next(CommunityId community) {
        return over(lessons.promoted(), lessons.taught(community));
    }

    /// What a candidate would change now. Never empty.
    Mono<Change> of(Candidate it) {
        return over(lessons.promoted(), lessons.of(it));
    }

    /// Ids of those whose examples all stand in the files of the program: a version before wrote them there, or they
    /// came with this one. They are learnt whatever becomes of the candidate. Never empty; the set may be.
    Mono<Set<String>> inFiles(List<Candidate> candidates) {
        return files().flatMap(files -> Flux.fromIterable(candidates)
                .filterWhen(it -> lessons.of(it)
                        .collectList()
                        .map(taught -> !taught.isEmpty()
                                && ProposedChange.of(files, taught).isEmpty()))
                .map(Candidate::id)
                .collect(Collectors.toSet()));
    }

    /// The same for people to read: beside lines that came with the program or from this community, of no other.
    /// Never empty; the change may be.
    Mono<ProposedChange> shown(CommunityId community) {
        return over(lessons.promoted(community), lessons.taught(community)).map(Change::proposed);
    }

    /// What this community taught and the files of the program lack: promoted or waiting. Never empty; the change may
    /// be.
    Mono<ProposedChange> missing(CommunityId community) {
        return over(Flux.empty(), Flux.concat(lessons.promoted(community), lessons.taught(community)))
                .map(Change::proposed);
    }

    private Mono<Change> over(Flux<Lesson> promoted, Flux<Lesson> next) {
        return Mono.zip(files(), promoted.collectList(), next.collectList()).map(it -> {
            var present = ProposedChange.of(it.getT1(), it.getT2()).over(it.getT1());
            return new Change(present, ProposedChange.of(present, it.getT3()));
        });
    }

    private Mono<SortedMap<String, String>> files() {
        return Mono.fromCallable(files::read).subscribeOn(Schedulers.boundedElastic());
    }
}
