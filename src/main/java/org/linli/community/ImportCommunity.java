package org.linli.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.redis.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommunity.class);

    private static final int MOST_NAMED = 20;

    private final LoadCommunity before;
    private final WriteCommunity rows;
    private final Communities communities;
    private final TransactionalOperator transaction;
    private final Live live;
    private final Bells bells;
    private final Effects effects;
    private final Clock clock;

    ImportCommunity(
            LoadCommunity before,
            WriteCommunity rows,
            Communities communities,
            TransactionalOperator transaction,
            Live live,
            Bells bells,
            Effects effects,
            Clock clock) {
        this.before = before;
        this.rows = rows;
        this.communities = communities;
        this.transaction = transaction;
        this.live = live;
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

    private Mono<Imported> take(CommunityFile file) {
        return rows.write(file)
                .as(transaction::transactional)
                .map(kept -> new Imported(file.id(), kept))
                .delayUntil(it -> effects.commit(List.of(noted(file, it))))
                .delayUntil(_ -> communities.renew())
                .delayUntil(it -> live.say(HearOfImports.TOPIC, it.community().value()))
                .doOnNext(it -> tell(file, it));
    }

    /// Whoever imports is at the machine itself, and no member of the staff.
    private Noted noted(CommunityFile file, Imported imported) {
        String detail = "%d places, %d units, %d staff, %d groups, %d residents, %d kept"
                .formatted(
                        file.places().size(),
                        file.units().size(),
                        file.staff().size(),
                        file.groups().size(),
                        file.residents().size(),
                        imported.kept().size());
        return new Noted(file.id(), "(import)", Noted.Kind.SETTING_CHANGED, "import", detail, clock.instant());
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
            var missing = new Problem(file.toString(), 0, "there is no such file (expected: a .yaml or .xlsx file)");
            throw new UnusableFile(List.of(missing));
        }
        return Files.readAllBytes(file);
    }
}
