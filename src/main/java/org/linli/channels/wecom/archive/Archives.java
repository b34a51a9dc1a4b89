package org.linli.channels.wecom.archive;

import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Inbound;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The archives that are read, of the settings and of pages.
@Component
class Archives {

    static final ChannelId ID = new ChannelId("wecom-archive");

    record Archive(String id, Corp corp, Caller caller, ChatArchive chats, PrivateKeys keys, String groups) {

        Address group(String room) {
            String[] parts = groups.split(":", 2);
            return Address.group(new ChannelId(parts[0]), parts[1], room);
        }

        Address person(String member) {
            return Address.person(ID, id, member);
        }

        /// What was said in private is nobody's to answer: two people talk, and we hear them as a group of theirs.
        ///
        /// @param part of an entry that says several things, from 0
        Inbound inbound(ChatArchive.Sealed entry, int part, Said said) {
            String platformId = entry.id().isEmpty() ? "seq-" + entry.seq() : entry.id();
            return new Inbound(
                    corp.communityId(),
                    part == 0 ? platformId : platformId + "/" + part,
                    person(said.by()),
                    said.isPrivate() ? two(said.by(), said.to()) : group(said.room()),
                    false,
                    said.content(),
                    said.at(),
                    said.quote());
        }

        private Address two(String one, String other) {
            boolean inOrder = one.compareTo(other) < 0;
            return Address.group(ID, id, inOrder ? one + "/" + other : other + "/" + one);
        }
    }

    private final Queue<Archive> gone = new ConcurrentLinkedQueue<>();
    private final AccountsById<Archive> archives;

    Archives(ArchiveSettings settings, WecomSettings wecom, KeptAccounts kept, KeptArchives read) {
        this.archives = new AccountsById<>(configured(settings, wecom), () -> kept.of(ID), read::archive, gone::add);
    }

    Collection<Archive> all() {
        return archives.all().values();
    }

    Optional<Archive> named(String id) {
        return archives.named(id);
    }

    /// Ends the processes of those that were changed or removed; whoever still asks one gets an error that passes.
    Mono<Void> letGo() {
        return Mono.<Void>fromRunnable(this::endGone).subscribeOn(Schedulers.boundedElastic());
    }

    @PreDestroy
    void close() {
        endGone();
        all().forEach(Archives::end);
    }

    private void endGone() {
        all();
        for (Archive it = gone.poll(); it != null; it = gone.poll()) {
            end(it);
        }
    }

    private static void end(Archive it) {
        if (it.chats() instanceof ArchiveProcess process) {
            process.close();
        }
    }

    private static Map<String, Archive> configured(ArchiveSettings settings, WecomSettings wecom) {
        var corps = wecom.corps().stream().collect(Collectors.toMap(Corp::id, Function.identity()));
        return settings.accounts().stream()
                .map(it -> archive(it, corps))
                .collect(Collectors.toUnmodifiableMap(Archive::id, Function.identity()));
    }

    /// @throws IllegalArgumentException naming what is wrong
    static Archive archive(ArchiveSettings.Account settings, Map<String, Corp> corps) {
        var corp = corps.get(settings.corp());
        if (corp == null) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-archive.accounts: '%s' is of corporation '%s' (expected: one of %s)"
                            .formatted(settings.id(), settings.corp(), corps.keySet()));
        }
        Map<String, Object> begin = Map.of("do", "begin", "corp", corp.corpId(), "secret", settings.secret());
        return new Archive(
                settings.id(),
                corp,
                new Caller(corp, "archive", settings.id(), settings.secret()),
                new ArchiveProcess(settings.command(), begin, settings.patience()),
                new PrivateKeys(settings.privateKeys()),
                settings.groups());
    }
}
