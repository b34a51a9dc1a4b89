package org.linli.community;

import java.util.List;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what is in use from being taken away by a file: units that still have something to do, places at which
/// something hangs. Within the caller's transaction.
@Component
class KeepInUse {

    private final WriteCommunity rows;
    private final List<OpenMatters> matters;
    private final KeepPlaces places;

    KeepInUse(WriteCommunity rows, List<OpenMatters> matters, KeepPlaces places) {
        this.rows = rows;
        this.matters = List.copyOf(matters);
        this.places = places;
    }

    /// Signals [UnusableFile] where a unit is retired that still has something to do.
    Mono<Void> nothingIsLeftOpen(CommunityFile file) {
        return Flux.fromIterable(file.units())
                .filter(Unit::retired)
                .filterWhen(unit -> rows.isActing(file.id(), unit.id()))
                .concatMap(unit -> stillOpen(file, unit))
                .collectList()
                .flatMap(KeepInUse::refused);
    }

    private Mono<Problem> stillOpen(CommunityFile file, Unit unit) {
        return Flux.fromIterable(matters)
                .concatMap(it -> it.of(file.id(), unit.id()))
                .reduce(0L, Long::sum)
                .filter(open -> open > 0)
                .map(open -> new Problem("", 0, Problem.What.STILL_OPEN, unit.id(), Long.toString(open)));
    }

    /// As [KeepPlaces#closedBy]. Never empty.
    Mono<List<String>> closedBy(CommunityFile file) {
        return places.closedBy(file);
    }

    /// After what the file says is written, so that it may have moved away what hung there. Signals [UnusableFile].
    Mono<Void> nothingHangs(CommunityFile file, List<String> closed) {
        return places.problems(file.id(), closed).flatMap(KeepInUse::refused);
    }

    private static Mono<Void> refused(List<Problem> problems) {
        return problems.isEmpty() ? Mono.empty() : Mono.error(() -> new UnusableFile(problems));
    }
}
