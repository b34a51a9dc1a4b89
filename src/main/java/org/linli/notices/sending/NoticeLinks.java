package org.linli.notices.sending;

import static org.linli.platform.database.Columns.text;

import java.time.Duration;
import java.util.List;
import org.linli.notices.Notice;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.HmacSha256;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Where a notice can be read at length. A person's own link says by a signature (HMAC-SHA256) who opened it, and opens
/// nothing else.
@Component
public class NoticeLinks implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("notices.seal", "secret");
    private static final int CHARACTERS = 22;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final PublicAddress address;
    private final Mono<String> secret;

    NoticeLinks(DatabaseClient database, PublicAddress address, Sealing sealing) {
        this.address = address;
        this.secret = database.sql("select secret from notices.seal")
                .map(row -> sealing.open(SECRET, text(row, "secret")))
                .one()
                .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// Signs links without asking anybody.
    public final class Signing {

        private final HmacSha256 hmac;

        private Signing(String secret) {
            this.hmac = HmacSha256.with(secret);
        }

        /// The part after our host.
        public String path(Notice notice, String who) {
            return NoticeLinks.path(notice) + "/" + who + "/" + signature(notice, who);
        }

        /// A group's link is nobody's own. Empty where nobody has said under which address we are reached.
        String link(Notice notice, Recipient it) {
            return address.of(it.isGroup() ? NoticeLinks.path(notice) : path(notice, it.who()))
                    .orElse("");
        }

        /// Compares in constant time.
        public boolean opens(Notice notice, String who, String signature) {
            return HmacSha256.isSame(signature(notice, who), signature);
        }

        private String signature(Notice notice, String who) {
            String what = String.join("|", notice.community().value(), notice.id(), who);
            return hmac.base64Url(what).substring(0, CHARACTERS);
        }
    }

    /// Never empty.
    public Mono<Signing> signing() {
        return secret.map(it -> new Signing(it));
    }

    /// The part after our host, for everybody. Its id is random, so whoever was not told does not find it.
    public static String path(Notice notice) {
        return "/notice/" + notice.community() + "/" + notice.id();
    }

    /// For everybody; empty where nobody has said under which address we are reached.
    public String of(Notice notice) {
        return address.of(path(notice)).orElse("");
    }
}
