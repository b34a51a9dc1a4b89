package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.WebhookRejected;

/// Calls of an official account, rightly signed, as far as what somebody said; and the files of its menu and its forms.
public final class FuzzedMessages {

    private static final WechatAccount ACCOUNT = Workbench.account(URI.create("http://127.0.0.1:1"));
    private static final WechatChannel CHANNEL = Workbench.receiving(ACCOUNT);
    private static final Site SITE = new Site(Workbench.settings(URI.create("http://127.0.0.1:1")));

    private FuzzedMessages() {}

    /// What looks right.
    public static List<byte[]> seeds() throws Exception {
        var seeds = new ArrayList<byte[]>();
        for (String folder : List.of("src/test/resources/wechat", "templates/wechat/forms")) {
            try (var files = Files.list(Path.of(folder)).filter(Files::isRegularFile)) {
                for (var file : files.toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        seeds.add(Files.readAllBytes(Path.of("templates/wechat/menu.yml")));
        return seeds;
    }

    /// Called by Jazzer first: what is loaded then takes longer than any input may.
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            if (CHANNEL.receive(WechatCalls.DEMO.plain(text).request()).block() instanceof Delivery.Messages said) {
                said.messages().forEach(it -> require(isFinite(it.content()), "a place on earth"));
            }
        } catch (WebhookRejected refused) {
            require(refused.reason() != WebhookRejected.Reason.TOO_LARGE, "a body of this size is read");
        }
        ReadForms.from("fuzzed.yml", text);
        ReadMenu.from("fuzzed.yml", text, ACCOUNT, SITE);
    }

    private static boolean isFinite(Content content) {
        return !(content instanceof Content.Position it)
                || Double.isFinite(it.latitude()) && Double.isFinite(it.longitude());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("expected " + what);
        }
    }
}
