package org.linli.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.linli.community.ReviewImport.Review;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes over what a file says about a community: all of it or nothing.
///
/// Safe to repeat. What is there already is updated by its id; what the file does not mention is kept and named.
@Service
public class ImportCommunity {

    /// @param kept what the file's tables leave out, like `residents r07`
    public record Imported(CommunityId community, List<String> kept) {}

    /// Who imports there is no member of the staff.
    private static final String AT_THE_MACHINE = "(import)";

    private final LoadCommunity before;
    private final WriteCommunity rows;
    private final TransactionalOperator transaction;
    private final AnnounceChange announce;
    private final TellImport tell;
    private final Effects effects;
    private final KeepInUse keep;
    private final LeftAtStart left;

    ImportCommunity(
            LoadCommunity before,
            WriteCommunity rows,
            TransactionalOperator transaction,
            AnnounceChange announce,
            TellImport tell,
            Effects effects,
            KeepInUse keep,
            LeftAtStart left) {
        this.before = before;
        this.rows = rows;
        this.transaction = transaction;
        this.announce = announce;
        this.tell = tell;
        this.effects = effects;
        this.keep = keep;
        this.left = left;
    }

    /// Signals `UnusableFile` with everything that is wrong with it, or that it cannot be read.
    public Mono<Imported> from(Path file) {
        return Mono.fromCallable(() -> bytes(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(it -> from(String.valueOf(file.getFileName()), it));
    }

    /// Which community a file is about. Empty where it does not say.
    Mono<CommunityId> about(Path file) {
        return Mono.fromCallable(() -> CommunityFile.about(String.valueOf(file.getFileName()), bytes(file)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(UnusableFile.class, _ -> Mono.empty());
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
    Mono<Imported> reviewed(StaffMember by, Review review, long seen) {
        var file = review.file();
        return rows.unchanged(file.id(), seen)
                .filter(same -> same)
                .switchIfEmpty(Mono.error(() -> new Conflict("community " + file.id())))
                .then(Mono.defer(() -> taken(file, by.id(), TellImport.changed(review))))
                .filterWhen(_ -> rows.hasAdministrator(file.id()))
                .switchIfEmpty(Mono.error(() -> new UnusableFile(
                        List.of(new Problem(String.valueOf(file.id()), 0, Problem.What.NO_ADMINISTRATOR)))))
                .as(transaction::transactional)
                .transform(it -> announced(file, it));
    }

    /// The same for a whole file that somebody chose, which may be the one that the start could not take.
    public Mono<Imported> uploaded(StaffMember by, Review review, long seen) {
        return reviewed(by, review, seen).doOnNext(it -> left.taken(it.community()));
    }

    private Mono<Imported> take(CommunityFile file) {
        return taken(file, AT_THE_MACHINE, "").as(transaction::transactional).transform(it -> announced(file, it));
    }

    private Mono<Imported> taken(CommunityFile file, String who, String changed) {
        return keep.nothingIsLeftOpen(file)
                .then(Mono.defer(() -> keep.closedBy(file)))
                .flatMap(closed -> rows.write(file).delayUntil(_ -> keep.nothingHangs(file, closed)))
                .map(kept -> new Imported(file.id(), kept))
                .delayUntil(it -> effects.commit(List.of(tell.noted(who, file, it, changed))));
    }

    private Mono<Imported> announced(CommunityFile file, Mono<Imported> imported) {
        return imported.delayUntil(it -> announce.of(it.community())).doOnNext(it -> tell.of(file, it));
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            var missing = new Problem(file.toString(), 0, Problem.What.NO_FILE);
            throw new UnusableFile(List.of(missing));
        }
        return Files.readAllBytes(file);
    }
}
