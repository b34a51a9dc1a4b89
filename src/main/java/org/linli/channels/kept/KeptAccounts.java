package org.linli.channels.kept;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.WrongKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/// The accounts that were made on pages and are in use, of all communities.
///
/// They are kept in memory: [ReloadAccounts] renews them within seconds of a change on any replica, and what is in
/// memory is in use while the database is away.
@Component
public class KeptAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAccounts.class);

    private final DatabaseClient database;
    private final KeptFields fields;
    private final NewestLists now = new NewestLists();

    KeptAccounts(DatabaseClient database, KeptFields fields) {
        this.database = database;
        this.fields = fields;
    }

    /// The same list until one of them changes. Asks nobody.
    public List<KeptAccount> of(ChannelId channel) {
        return now.of(channel);
    }

    /// Empty where it was not made on a page, or was removed. Asks nobody.
    public Optional<KeptAccount> find(CommunityId community, String channel, String id) {
        return now.all()
                .filter(it -> it.community().equals(community)
                        && it.channel().value().equals(channel)
                        && it.id().equals(id))
                .findFirst();
    }

    /// One that was made on a page, also where it was removed. Empty where it never was, or cannot be read.
    public Mono<KeptAccount> evenRemoved(CommunityId community, String channel, String id) {
        return database.sql("select * from accounts.kept where community_id = $1 and channel = $2 and id = $3")
                .bind(0, community.value())
                .bind(1, channel)
                .bind(2, id)
                .map(this::read)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// What was committed before is in use at its end. Never empty: whether anything had changed.
    Mono<Boolean> renew() {
        return Mono.fromSupplier(now::look).flatMap(look -> inUse().map(found -> now.take(look, found)));
    }

    private Mono<Map<ChannelId, List<KeptAccount>>> inUse() {
        return database.sql("select * from accounts.kept where removed_at is null order by community_id, channel, id")
                .map(this::read)
                .all()
                .flatMap(Mono::justOrEmpty)
                .collect(Collectors.groupingBy(KeptAccount::channel, Collectors.toUnmodifiableList()));
    }

    /// One that cannot be read keeps no other from working.
    private Optional<KeptAccount> read(Readable row) {
        String community = text(row, "community_id");
        String channel = text(row, "channel");
        String id = text(row, "id");
        try {
            return Optional.of(new KeptAccount(
                    new CommunityId(community),
                    new ChannelId(channel),
                    id,
                    text(row, "name"),
                    fields.opened(text(row, "fields"), community, channel, id),
                    number(row, "version")));
        } catch (JacksonException | IllegalArgumentException | WrongKeys broken) {
            LOG.warn("account '{}' of channel {} cannot be read and is not in use", id, channel);
            return Optional.empty();
        }
    }
}
