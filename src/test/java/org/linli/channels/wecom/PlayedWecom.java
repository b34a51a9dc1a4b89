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
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.Seal;
import org.linli.standin.Asked;
import org.linli.standin.Exchanges;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.StandInServer;
import org.linli.standin.Told;
import org.linli.standin.contact.PlayedGroups;
import org.linli.standin.kf.KfStandIn;
import org.linli.standin.wecom.Appchats;
import org.linli.standin.wecom.Tokens;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A corporation's service desk and groups, played on one real port for all tests that share this context.
@LinliTest
public abstract class PlayedWecom {

    private static final Tokens TOKENS = new Tokens("ww1", "s3cret", Clock.systemUTC());
    protected static final KfStandIn DESK = new KfStandIn("wkDesk1", Map.of(), TOKENS, _ -> {}, Clock.systemUTC());
    protected static final Appchats CHATS = new Appchats((_, _) -> {});
    protected static final PlayedGroups GROUPS = new PlayedGroups();
    protected static final StandInServer SERVER =
            new StandInServer(new Both(), 0, new Exchanges(Clock.systemUTC())).start();

    /// Says how the archive's process behaves and what it holds.
    protected static final Path ARCHIVE = emptyFile();

    protected static final KeyPair KEY_PAIR = keyPair();

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String TOKEN = "QDG6eK";

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
        archive(settings);
    }

    private static void archive(DynamicPropertyRegistry settings) {
        String archive = "linli.channels.wecom-archive.accounts[0].";
        settings.add(archive + "id", () -> "archive");
        settings.add(archive + "corp", () -> "corp");
        settings.add(archive + "secret", () -> "s3cret");
        settings.add(archive + "groups", () -> "wecom-group:contact");
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
        settings.add(account + "secret", () -> "s3cret");
        settings.add(account + "token", () -> TOKEN);
        settings.add(account + "encoding-aes-key", () -> KEY);
    }

    @BeforeEach
    void behave() {
        SERVER.behave();
    }

    /// The platform's encrypted call, signed with the account's token.
    protected static Delivery call(Channel channel, String account, String xml) {
        var closed = new Seal(TOKEN, List.of(AesKey.of(KEY)), "ww1")
                .close(xml, AesKey.of(KEY), "n", Clock.systemUTC().instant());
        return result(channel.receive(new WebhookRequest(
                "POST",
                account,
                Map.of(
                        "msg_signature",
                        closed.signature(),
                        "timestamp",
                        Long.toString(closed.timestamp()),
                        "nonce",
                        closed.nonce()),
                Map.of(),
                "<xml><Encrypt>" + closed.encrypted() + "</Encrypt></xml>")));
    }

    private static final class Both implements StandIn {

        @Override
        public String id() {
            return "wecom";
        }

        @Override
        public Told answer(Asked call) {
            if (call.path().contains("/kf/")
                    || call.path().endsWith("/gettoken")
                    || call.path().endsWith("/media/get")) {
                return DESK.answer(call);
            }
            long refused = TOKENS.refusal(call.parameter("access_token"));
            return refused == 0 ? withToken(call) : refusal(refused);
        }

        private static Told withToken(Asked call) {
            return switch (call.path()) {
                case "/cgi-bin/agent/get" ->
                    Told.json(Map.of("errcode", 0, "close", 0, "allow_partys", Map.of("partyid", List.of(1))));
                case "/cgi-bin/appchat/create" -> CHATS.create(call);
                case "/cgi-bin/appchat/get" -> CHATS.get(call);
                case "/cgi-bin/appchat/send" -> CHATS.send(call);
                default -> GROUPS.answer(call);
            };
        }

        @Override
        public Told refusal(long code) {
            return DESK.refusal(code);
        }

        @Override
        public List<Person> people() {
            return DESK.people();
        }

        @Override
        public List<String> acts() {
            return DESK.acts();
        }

        @Override
        public void play(String person, String act, String text) {
            DESK.play(person, act, text);
        }

        @Override
        public void repeat() {
            DESK.repeat();
        }
    }
}
