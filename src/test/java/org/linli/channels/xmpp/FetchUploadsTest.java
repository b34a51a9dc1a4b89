package org.linli.channels.xmpp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.linli.channels.MediaFailure.Reason.GONE;
import static org.linli.channels.MediaFailure.Reason.REFUSED_TYPE;
import static org.linli.channels.MediaFailure.Reason.TOO_LARGE;
import static org.linli.channels.MediaFailure.Reason.TRY_AGAIN;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaSettings;
import org.linli.channels.TakeMedia;
import org.springframework.util.unit.DataSize;

/// Pictures on a server's own store, with a certificate of its own.
class FetchUploadsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final Address SENDER = Address.person(Translate.XMPP, "main", "wang@example.org");

    @TempDir
    static Path folder;

    static WireMockServer store;

    FetchUploads fetch;

    @BeforeAll
    static void open() throws Exception {
        SelfSigned.write("localhost", folder);
        store = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("localhost")
                .keystorePath(folder.resolve("keys.p12").toString())
                .keystoreType("PKCS12")
                .keystorePassword(Prosody.PASSWORD)
                .keyManagerPassword(Prosody.PASSWORD));
        store.start();
    }

    @AfterAll
    static void close() {
        store.stop();
    }

    @BeforeEach
    void empty() {
        store.resetAll();
        fetch = fetching(folder.resolve("certificate.pem"));
    }

    @Test
    void aPictureOnTheStoreIsFetched() {
        lies("/a.png", aResponse().withBody(PNG));

        assertThat(Results.result(fetch.fetch(SENDER, link("/a.png"))).bytes()).isEqualTo(PNG);
    }

    @Test
    void nobodyElseIsAskedNotEvenWhenTheStoreSendsUsThere() {
        lies("/a.png", aResponse().withStatus(302).withHeader("Location", link("/inside.png")));
        lies("/inside.png", aResponse().withBody(PNG));

        assertThat(failure(fetch, link("/a.png"))).isEqualTo(GONE);
        assertThat(failure(fetch, "http://localhost:" + store.port() + "/inside.png"))
                .isEqualTo(GONE);
        assertThat(failure(fetch, "https://127.0.0.1:" + store.httpsPort() + "/inside.png"))
                .isEqualTo(GONE);
        assertThat(store.getAllServeEvents()).hasSize(1);
    }

    @Test
    void whatCannotBeKeptSaysWhyAndWhatMayPassIsTriedAgain() {
        lies("/large.png", aResponse().withBody(new byte[2000]));
        lies("/page.png", aResponse().withBody("<html><script>"));
        lies("/gone.png", aResponse().withStatus(404));
        lies("/busy.png", aResponse().withStatus(503));

        assertThat(failure(fetch, link("/large.png"))).isEqualTo(TOO_LARGE);
        assertThat(failure(fetch, link("/page.png"))).isEqualTo(REFUSED_TYPE);
        assertThat(failure(fetch, link("/gone.png"))).isEqualTo(GONE);
        assertThat(failure(fetch, link("/busy.png"))).isEqualTo(TRY_AGAIN);
    }

    @Test
    void aStoreWithAForeignCertificateIsNotTrusted() {
        lies("/a.png", aResponse().withBody(PNG));

        assertThat(failure(fetching(null), link("/a.png"))).isEqualTo(TRY_AGAIN);
    }

    private static void lies(String path, ResponseDefinitionBuilder answer) {
        store.stubFor(get(path).willReturn(answer));
    }

    private static String link(String path) {
        return "https://localhost:" + store.httpsPort() + path;
    }

    private static MediaFailure.Reason failure(FetchUploads fetch, String link) {
        return catchThrowableOfType(
                        MediaFailure.class, () -> fetch.fetch(SENDER, link).block(Duration.ofSeconds(60)))
                .reason();
    }

    private static FetchUploads fetching(@org.jspecify.annotations.Nullable Path certificate) {
        var account = new XmppAccount(
                "main",
                "linli@example.org",
                "secret",
                "127.0.0.1",
                5222,
                XmppAccount.Security.PLAIN,
                certificate,
                "小邻",
                "lm",
                List.of(),
                List.of("localhost"));
        var settings = new XmppSettings(List.of(account), List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5));
        var kept = new MediaSettings(DataSize.ofBytes(1000), Set.of("image/png"));
        return new FetchUploads(new XmppAccounts(settings, List::of), new TakeMedia(kept));
    }
}
