package org.linli.channels.wecom;

import static org.linli.Results.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.linli.LinliTest;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.standin.Exchanges;
import org.linli.standin.StandInServer;
import org.linli.standin.contact.PlayedGroups;
import org.linli.standin.kf.KfStandIn;
import org.linli.standin.wecom.Appchats;
import org.linli.standin.wecom.Tokens;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A corporation's service desk and groups, played on one real port for all tests that share this context.
@LinliTest
public abstract class PlayedWecom {

    private static final Tokens TOKENS = new Tokens("ww1", PlayedCorp.SECRET, Clock.systemUTC());
    protected static final KfStandIn DESK = new KfStandIn("wkDesk1", Map.of(), TOKENS, _ -> {}, Clock.systemUTC());
    protected static final Appchats CHATS = new Appchats((_, _) -> {});
    protected static final PlayedGroups GROUPS = new PlayedGroups();
    protected static final StandInServer SERVER =
            new StandInServer(new PlayedCorp(DESK, GROUPS, TOKENS, CHATS), 0, new Exchanges(Clock.systemUTC())).start();

    /// Says how the archive's process behaves and what it holds.
    protected static final Path ARCHIVE = emptyFile();

    protected static final KeyPair KEY_PAIR = keyPair();

    @DynamicPropertySource
    static void ours(DynamicPropertyRegistry settings) {
        String corp = "linli.channels.wecom.corps[0].";
        settings.add(corp + "id", () -> "corp");
        settings.add(corp + "corp-id", () -> "ww1");
        settings.add(corp + "community", () -> "lm");
        settings.add(corp + "api-base", () -> SERVER.base().toString());
        add(settings, corp + "apps[0].", "app");
        settings.add(corp + "apps[0].agent-id", () -> "1000002");
        add(settings, "linli.channels.wecom-kf.accounts[0].", "desk");
        settings.add("linli.channels.wecom-kf.accounts[0].corp", () -> "corp");
        settings.add("linli.channels.wecom-kf.accounts[0].open-kf-id", () -> "wkDesk1");
        settings.add("linli.channels.wecom-kf.accounts[0].hand-over", () -> "true");
        add(settings, "linli.channels.wecom-contact.accounts[0].", "contact");
        settings.add("linli.channels.wecom-contact.accounts[0].corp", () -> "corp");
        settings.add("linli.channels.platforms.wecom", () -> SERVER.base().toString());
        archive(settings);
    }

    private static void archive(DynamicPropertyRegistry settings) {
        String archive = "linli.channels.wecom-archive.accounts[0].";
        settings.add(archive + "id", () -> "archive");
        settings.add(archive + "corp", () -> "corp");
        settings.add(archive + "secret", () -> PlayedCorp.SECRET);
        settings.add(archive + "groups", () -> "${archive.hears:wecom-group:contact}");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.linli.channels.wecom.archive.PlayedArchive",
                ARCHIVE.toString());
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i);
            settings.add(archive + "command[" + i + "]", () -> word);
            settings.add("linli.channels.wecom-archive.command[" + i + "]", () -> word);
        }
        var pem = Base64.getEncoder().encodeToString(KEY_PAIR.getPrivate().getEncoded());
        settings.add(archive + "private-keys[1]", () -> pem);
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Path emptyFile() {
        try {
            var file = Files.createTempFile("archive", ".json");
            Files.writeString(file, "{\"mode\":\"good\",\"entries\":[]}");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void add(DynamicPropertyRegistry settings, String account, String id) {
        settings.add(account + "id", () -> id);
        settings.add(account + "secret", () -> PlayedCorp.SECRET);
        settings.add(account + "token", () -> PlayedCorp.TOKEN);
        settings.add(account + "encoding-aes-key", () -> PlayedCorp.KEY);
    }

    @BeforeEach
    void behave() {
        SERVER.behave();
    }

    /// The platform's encrypted call, signed with the account's token.
    protected static Delivery call(Channel channel, String account, String xml) {
        return result(channel.receive(PlayedCorp.call(account, xml)));
    }
}
