package org.linli.durability;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.linli.cases.web.SignedInAs;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Two members of staff who write notices at the pages of a program in another process.
final class NoticeDesk {

    private static final String PATH = "/desk/notices";

    /// An administrator, and somebody whose notices need a second pair of eyes.
    final SignedInAs chen;

    final SignedInAs xu;

    private final Ledger ledger;

    NoticeDesk(URI base, Ledger ledger) throws SQLException {
        this.ledger = ledger;
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        ledger.execute("update community.staff set password_hash = '%s' where id in ('chen', 'xu')"
                .formatted(encoder.encode(SignedInAs.PASSWORD)));
        var web = WebTestClient.bindToServer()
                .baseUrl(base.toString())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        chen = new SignedInAs("chen", web);
        xu = new SignedInAs("xu", web);
    }

    /// A draft that is ready to be sent. Its id.
    String write(SignedInAs writer, String importance, String audience, String title) {
        String id = UUID.randomUUID().toString();
        var now = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        writer.post(
                        PATH,
                        Map.of(
                                "id",
                                id,
                                "kind",
                                "safety",
                                "importance",
                                importance,
                                "title",
                                title,
                                "text",
                                "请注意。",
                                "audience",
                                audience,
                                "from",
                                now.toString(),
                                "until",
                                now.plusDays(1).toString()))
                .expectStatus()
                .isSeeOther();
        return id;
    }

    private String version(String id) throws SQLException {
        return ledger.text("select version::text from notices.notices where id = '%s'".formatted(id));
    }

    void act(SignedInAs staff, String id, String act) throws SQLException {
        staff.post(PATH + "/" + id + "/" + act, Map.of("version", version(id), "people", "1000000"))
                .expectHeader()
                .valueMatches("Location", ".*" + PATH + "/" + id);
    }
}
