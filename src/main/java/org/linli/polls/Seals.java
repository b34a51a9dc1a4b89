package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.HmacSha256;
import org.linli.platform.signing.Sha256;
import org.linli.polls.log.Receipt;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns voters into tokens, under which their ballots are stored: HMAC-SHA256 with a secret of the poll's own.
///
/// Whoever has the secret and the register can tell whose ballot is whose, so whoever runs the database can as long as
/// the secret is there. It is needed while ballots can be changed and objected to.
@Component
public class Seals implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("polls.seals", "secret", "community_id", "poll");

    /// The secret of one poll.
    ///
    /// @param log the name of its log; empty where ballots are not logged
    public record Seal(String secret, String log) {

        public String token(String voter) {
            return signed("voter|" + voter);
        }

        /// An attempt to vote, so that nothing stored beside a ballot leads to who made it.
        String send(String key) {
            return signed("send|" + key).substring(0, 32);
        }

        /// What opens the entry of a ballot. It is stored nowhere, so nobody can open an entry after the secret was
        /// destroyed.
        ///
        /// @param send see [#send]; made again, the attempt has the same receipt
        Receipt receipt(String ballot, String token, String send) {
            return new Receipt(
                    log, ballot, signed("nonce|" + token + "|" + send).substring(0, 32));
        }

        boolean isLogged() {
            return !log.isEmpty();
        }

        /// Where a ballot came from, or whose it is, so that ballots from one source are told from others and from
        /// nothing else.
        public String trace(String kind, String value) {
            return signed("trace|" + kind + "|" + value).substring(0, 32);
        }

        /// The end of a voter's own link.
        public String ticket(String voter) {
            return signed("ticket|" + voter).substring(0, 40);
        }

        private String signed(String what) {
            return HmacSha256.with(secret).hex(what);
        }

        @Override
        public String toString() {
            return "Seal[]";
        }
    }

    private final DatabaseClient database;
    private final Sealing sealing;

    Seals(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// What may be stored of a ticket.
    public static String hashed(String ticket) {
        return Sha256.hex(ticket);
    }

    /// Makes the secret of a poll, within the transaction in which it is opened.
    Mono<Void> make(Poll poll) {
        String community = poll.community().value();
        return database.sql("insert into polls.seals (community_id, poll, secret) values ($1, $2, $3)")
                .bind("$1", community)
                .bind("$2", poll.id())
                .bind("$3", sealing.seal(SECRET, Sealing.newSecret(), community, poll.id()))
                .then();
    }

    /// Empty once it was destroyed.
    public Mono<Seal> of(Poll poll) {
        return database.sql("""
                        select s.secret, coalesce(split_part(l.check_key, '+', 1), '') log from polls.seals s
                        left join polls.logs l on l.community_id = s.community_id and l.poll = s.poll
                        where s.community_id = $1 and s.poll = $2""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> new Seal(opened(poll, text(row, "secret")), text(row, "log")))
                .one();
    }

    private String opened(Poll poll, String stored) {
        return sealing.open(SECRET, stored, poll.community().value(), poll.id());
    }
}
