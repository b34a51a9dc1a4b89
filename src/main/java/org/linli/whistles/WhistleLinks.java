package org.linli.whistles;

import static org.linli.platform.database.Columns.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which a unit without an account answers one whistle and sees nothing else: signed with HMAC-SHA256.
@Component
public class WhistleLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final DatabaseClient database;
    private final PublicAddress address;

    WhistleLinks(DatabaseClient database, PublicAddress address) {
        this.database = database;
        this.address = address;
    }

    /// The part after our host. Never empty.
    public Mono<String> path(Whistle whistle) {
        return signature(whistle)
                .map(it -> "/whistle/%s/%s/%s".formatted(whistle.community().value(), whistle.id(), it));
    }

    /// The whole link; an empty text where nobody has said under which address we are reached.
    public Mono<String> link(Whistle whistle) {
        return path(whistle).map(it -> address.of(it).orElse(""));
    }

    /// Compares in constant time.
    public Mono<Boolean> opens(Whistle whistle, String signature) {
        return signature(whistle)
                .map(it -> MessageDigest.isEqual(
                        it.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<String> signature(Whistle whistle) {
        return database.sql("select secret from whistles.seal")
                .map(row -> text(row, "secret"))
                .one()
                .map(secret -> signed(secret, whistle.community().value() + "|" + whistle.id()));
    }

    private static String signed(String secret, String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
