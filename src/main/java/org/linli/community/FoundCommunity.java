package org.linli.community;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Makes a community that was not there, from a file that describes it, with an administrator who can sign in: all of
/// it or nothing.
@Service
public class FoundCommunity {

    /// @param administrator the sign-in name of whoever got the first password
    public record Founded(CommunityId community, String name, String administrator) {}

    private static final Logger LOG = LoggerFactory.getLogger(FoundCommunity.class);

    private final WriteCommunity rows;
    private final TransactionalOperator transaction;
    private final AnnounceChange announce;
    private final Bells bells;
    private final Effects effects;
    private final Clock clock;

    FoundCommunity(
            WriteCommunity rows,
            TransactionalOperator transaction,
            AnnounceChange announce,
            Bells bells,
            Effects effects,
            Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.announce = announce;
        this.bells = bells;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty. Signals [UnusableFile] with all that is wrong with the file, line by line, [Conflict] where
    /// there is such a community.
    ///
    /// @param by   an administrator of the installation, of another community; noted in both trails
    /// @param hash of the password of the first administrator in the file
    public Mono<Founded> from(StaffMember by, String name, byte[] bytes, String hash) {
        return Mono.fromCallable(() -> CommunityFile.read(name, bytes, null))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> written(by, file, founded(name, file), hash));
    }

    private static Founded founded(String name, CommunityFile file) {
        var administrator = file.staff().stream()
                .map(CommunityFile.Member::member)
                .filter(it -> it.role() == Role.ADMIN)
                .findFirst()
                .orElseThrow(() -> new UnusableFile(List.of(new Problem(name, 0, Problem.What.NO_ADMINISTRATOR))));
        return new Founded(file.id(), Objects.requireNonNull(file.head()).name(), administrator.id());
    }

    private Mono<Founded> written(StaffMember by, CommunityFile file, Founded founded, String hash) {
        return rows.begun(file.id(), Objects.requireNonNull(file.head()))
                .filter(free -> free)
                .switchIfEmpty(Mono.error(() -> new Conflict("community " + file.id())))
                .then(Mono.defer(() -> rows.write(file)))
                .then(Mono.defer(() -> rows.firstPassword(file.id(), founded.administrator(), hash)))
                .then(Mono.defer(() -> effects.commit(noted(by, founded))))
                .as(transaction::transactional)
                .then(Mono.defer(() -> announced(file.id())))
                .doOnSuccess(_ -> bells.ring(ReloadCommunities.NAME))
                .thenReturn(founded);
    }

    /// It stands, and the one password of it has to be shown: who did not hear of it reads it again by and by.
    private Mono<Void> announced(CommunityId community) {
        return announce.of(community).onErrorResume(failure -> {
            LOG.warn("{} was made, but not announced: {}", community, Failed.briefly(failure));
            return Mono.empty();
        });
    }

    private List<Noted> noted(StaffMember by, Founded founded) {
        var now = clock.instant();
        String who = by.id() + "@" + by.community();
        return List.of(
                new Noted(founded.community(), who, Noted.Kind.SETTING_CHANGED, "import", "founded", now),
                new Noted(
                        by.community(),
                        by.id(),
                        Noted.Kind.SETTING_CHANGED,
                        "community/" + founded.community(),
                        "founded",
                        now));
    }
}
