package org.linli.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.community.ReviewImport.Review;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes over what a file says about a community: all of it or nothing.
///
/// Safe to repeat. What is there already is updated by its id; what the file does not mention is kept and named.
@Service
public class ImportCommunity {

    /// @param kept what the file's tables leave out, like `residents r07`
    public record Imported(CommunityId community, List<String> kept) {}

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommunity.class);

    private static final int MOST_NAMED = 20;

    /// Who imports there is no member of the staff.
    private static final String AT_THE_MACHINE = "(import)";

    private final LoadCommunity before;
    private final WriteCommunity rows;
    private final TransactionalOperator transaction;
    private final AnnounceChange announce;
    private final Bells bells;
    private final Effects effects;
    private final Clock clock;
    private final List<OpenMatters> matters;
    private final KeepPlaces keep;

    ImportCommunity(
            LoadCommunity before,
            WriteCommunity rows,
            TransactionalOperator transaction,
            AnnounceChange announce,
            Bells bells,
            Effects effects,
            Clock clock,
            List<OpenMatters> matters,
            KeepPlaces keep) {
        this.matters = List.copyOf(matters);
        this.keep = keep;
        this.before = before;
        this.rows = rows;
        this.transaction = transaction;
        this.announce = announce;
        this.bells = bells;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals `UnusableFile` with everything that is wrong with it, or that it cannot be read.
    public Mono<Imported> from(Path file) {
        return Mono.fromCallable(() -> bytes(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(it -> from(String.valueOf(file.getFileName()), it));
    }

    /// @param name of the file, for its ending and for what is said about it
    public Mono<Imported> from(String name, byte[] bytes) {
        return Mono.fromCallable(() -> CommunityFile.about(name, bytes))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(before::load)
                .map(it -> CommunityFile.read(name, bytes, it))
                .switchIfEmpty(Mono.fromCallable(() -> CommunityFile.read(name, bytes, null)))
                .flatMap(this::take);
    }

    /// A file that was checked and reviewed. Signals [Conflict] where the community was changed since,
    /// [UnusableFile] where nobody would be left who could change it back.
    ///
    /// @param seen the community as the reviewer saw it
    public Mono<Imported> reviewed(StaffMember by, Review review, long seen) {
        var file = review.file();
        return rows.unchanged(file.id(), seen)
                .filter(same -> same)
                .switchIfEmpty(Mono.error(() -> new Conflict("community " + file.id())))
                .then(Mono.defer(() -> taken(file, by.id(), changed(review))))
                .filterWhen(_ -> rows.hasAdministrator(file.id()))
                .switchIfEmpty(Mono.error(() -> new UnusableFile(
                        List.of(new Problem(String.valueOf(file.id()), 0, Problem.What.NO_ADMINISTRATOR)))))
                .as(transaction::transactional)
                .transform(it -> announced(file, it));
    }

    private Mono<Imported> take(CommunityFile file) {
        return taken(file, AT_THE_MACHINE, "").as(transaction::transactional).transform(it -> announced(file, it));
    }

    /// Which rows differ and in what, without what they say.
    private static String changed(Review review) {
        return review.differences().stream()
                .limit(MOST_NAMED)
                .map(it -> "%s/%s (%s)"
                        .formatted(
                                it.table(),
                                it.id(),
                                it.isNew()
                                        ? "new"
                                        : String.join(
                                                ", ", new TreeSet<>(it.after().keySet()))))
                .collect(Collectors.joining("; ", "; ", ""));
    }

    private Mono<Imported> taken(CommunityFile file, String who, String changed) {
        return nothingIsLeftOpen(file)
                .then(Mono.defer(() -> keep.closedBy(file)))
                .flatMap(closed -> rows.write(file).delayUntil(_ -> nothingHangs(file, closed)))
                .map(kept -> new Imported(file.id(), kept))
                .delayUntil(it -> effects.commit(List.of(noted(who, file, it, changed))));
    }

    /// Signals [UnusableFile] where a unit is retired that still has something to do.
    private Mono<Void> nothingIsLeftOpen(CommunityFile file) {
        return Flux.fromIterable(file.units())
                .filter(Unit::retired)
                .filterWhen(unit -> rows.isActing(file.id(), unit.id()))
                .concatMap(unit -> Flux.fromIterable(matters)
                        .concatMap(it -> it.of(file.id(), unit.id()))
                        .reduce(0L, Long::sum)
                        .filter(open -> open > 0)
                        .map(open -> new Problem("", 0, Problem.What.STILL_OPEN, unit.id(), Long.toString(open))))
                .collectList()
                .flatMap(ImportCommunity::refused);
    }

    /// After what the file says is written, so that it may have moved away what hung there. Signals [UnusableFile].
    private Mono<Void> nothingHangs(CommunityFile file, List<String> closed) {
        return keep.problems(file.id(), closed).flatMap(ImportCommunity::refused);
    }

    private static Mono<Void> refused(List<Problem> problems) {
        return problems.isEmpty() ? Mono.empty() : Mono.error(() -> new UnusableFile(problems));
    }

    private Mono<Imported> announced(CommunityFile file, Mono<Imported> imported) {
        return imported.delayUntil(it -> announce.of(it.community())).doOnNext(it -> tell(file, it));
    }

    private Noted noted(String who, CommunityFile file, Imported imported, String changed) {
        String detail = "%d places, %d units, %d staff, %d groups, %d residents, %d kept"
                .formatted(
                        file.places().size(),
                        file.units().size(),
                        file.staff().size(),
                        file.groups().size(),
                        file.residents().size(),
                        imported.kept().size());
        return new Noted(file.id(), who, Noted.Kind.SETTING_CHANGED, "import", detail + changed, clock.instant());
    }

    private void tell(CommunityFile file, Imported imported) {
        bells.ring(ReloadCommunities.NAME);
        LOG.info(
                "imported community {}: {} places, {} units, {} staff, {} groups, {} residents",
                file.id(),
                file.places().size(),
                file.units().size(),
                file.staff().size(),
                file.groups().size(),
                file.residents().size());
        if (!imported.kept().isEmpty()) {
            LOG.info(
                    "kept {} rows that the file does not mention: {}",
                    imported.kept().size(),
                    imported.kept().stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            var missing = new Problem(file.toString(), 0, Problem.What.NO_FILE);
            throw new UnusableFile(List.of(missing));
        }
        return Files.readAllBytes(file);
    }
}
