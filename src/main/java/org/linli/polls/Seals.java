package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns voters into tokens, under which their ballots are stored: HMAC-SHA256 with a secret of the poll's own.
///
/// Whoever has the secret and the register can tell whose ballot is whose, so whoever runs the database can as long as
/// the secret is there. It is needed while ballots can be changed and objected to.
@Component
public class Seals {

    private static final String ALGORITHM = "HmacSHA256";

    /// The secret of one poll.
    public record Seal(String secret) {

        public String token(String voter) {
            return HexFormat.of().formatHex(signed("voter|" + voter));
        }

        /// An attempt to vote, so that nothing stored beside a ballot leads to who made it.
        String send(String key) {
            return HexFormat.of().formatHex(signed("send|" + key)).substring(0, 32);
        }

        /// The end of a voter's own link.
        public String ticket(String voter) {
            return HexFormat.of().formatHex(signed("ticket|" + voter)).substring(0, 40);
        }

        private byte[] signed(String what) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
                return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        @Override
        public String toString() {
            return "Seal[]";
        }
    }

    private final DatabaseClient database;

    Seals(DatabaseClient database) {
        this.database = database;
    }

    /// What may be stored of a ticket.
    public static String hashed(String ticket) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Empty once it was destroyed.
    public Mono<Seal> of(Poll poll) {
        return database.sql("select secret from polls.seals where community_id = $1 and poll = $2")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> new Seal(text(row, "secret")))
                .one();
    }
}
