package org.linli.cases.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/// A browser in which a staff member has signed in through the page.
public final class SignedInAs {

    public static final CommunityId LM = new CommunityId("lm");
    public static final StaffMember CHEN = new StaffMember(LM, "chen", "陈静", Role.ADMIN, "desk", null, null);
    public static final String PASSWORD = "柳苑-correct-horse";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final WebTestClient web;
    private final String session;
    private final String csrfCookie;
    private final String csrf;

    public SignedInAs(String staff, WebTestClient web) {
        this.web = web;
        var page = web.get()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        csrfCookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                .getValue();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        csrf = token.group(1);
        var signedIn = web.post()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .cookie("XSRF-TOKEN", csrfCookie)
                .body(BodyInserters.fromFormData("username", staff)
                        .with("password", PASSWORD)
                        .with("_csrf", csrf))
                .exchange()
                .expectStatus()
                .isFound()
                .expectBody()
                .returnResult();
        session = Objects.requireNonNull(signedIn.getResponseCookies().getFirst("linli"))
                .getValue();
    }

    public static void givePasswords(StaffPasswords passwords, PasswordEncoder encoder) {
        String hash = Objects.requireNonNull(encoder.encode(PASSWORD));
        for (String staff : List.of("chen", "lin", "qian")) {
            passwords.set(LM, staff, hash).block();
        }
    }

    public WebTestClient.ResponseSpec get(String address) {
        return web.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .cookie("linli", session)
                .exchange();
    }

    /// @param address as it goes over the line, percent signs and all
    public WebTestClient.ResponseSpec at(String address) {
        return web.get()
                .uri(here -> URI.create(here.build() + address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .cookie("linli", session)
                .exchange();
    }

    /// What a page sends, but of any kind; whoever calls adds the body and the field `_csrf`, which is [#csrf()].
    ///
    /// @param address as it goes over the line, percent signs and all
    public WebTestClient.RequestBodySpec call(HttpMethod method, String address) {
        return web.method(method)
                .uri(here -> URI.create(here.build() + address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .cookie("linli", session)
                .cookie("XSRF-TOKEN", csrfCookie);
    }

    public String csrf() {
        return csrf;
    }

    public String page(String address) {
        return Objects.requireNonNull(get(address)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /// A form with a picture, as browsers without scripts send it.
    public WebTestClient.ResponseSpec upload(String address, Map<String, String> form, byte[] picture) {
        return upload(address, form, "picture", picture);
    }

    /// @param field under which the file is handed in
    public WebTestClient.ResponseSpec upload(String address, Map<String, String> form, String field, byte[] file) {
        return upload(address, form, field, "result.png", file);
    }

    /// @param name of the file
    public WebTestClient.ResponseSpec upload(
            String address, Map<String, String> form, String field, String name, byte[] file) {
        var parts = new MultipartBodyBuilder();
        form.forEach(parts::part);
        parts.part("_csrf", csrf);
        parts.part(field, file).filename(name);
        return web.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .cookie("linli", session)
                .cookie("XSRF-TOKEN", csrfCookie)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange();
    }

    public WebTestClient.ResponseSpec post(String address, Map<String, String> form) {
        var fields = new LinkedMultiValueMap<String, String>();
        form.forEach(fields::add);
        fields.add("_csrf", csrf);
        return web.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .cookie("linli", session)
                .cookie("XSRF-TOKEN", csrfCookie)
                .body(BodyInserters.fromFormData(fields))
                .exchange();
    }
}
