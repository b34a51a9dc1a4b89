package org.linli.channels.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.util.List;
import org.linli.channels.PlatformContract;

/// WeChat's side of the interface on a free port of this machine: gives tokens to whoever knows the secret, takes
/// messages from whoever has the token, and misbehaves on demand.
public final class StandInWechat implements PlatformContract.StandIn, AutoCloseable {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String SEND = "/cgi-bin/message/custom/send";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().asynchronousResponseEnabled(true));
    private final String appId;
    private final String secret;
    private int generation;

    public StandInWechat(String appId, String secret) {
        this.appId = appId;
        this.secret = secret;
        server.start();
        server.stubFor(any(com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                .atPriority(10)
                .willReturn(says(40001)));
        behaves();
    }

    public URI base() {
        return URI.create(server.baseUrl());
    }

    /// The token that it takes now.
    public String token() {
        return "SECRET-TOKEN-" + generation;
    }

    /// Takes what it is sent, from now on.
    public void behaves() {
        gives(token(), 0);
        sendAnswers(says(0));
    }

    /// From now on only another token is good.
    public void expiresItsToken() {
        sendAnswers(token(), says(42001));
        generation++;
        behaves();
    }

    /// Takes its time before it gives a token.
    public void givesTokensSlowly(int milliseconds) {
        gives(token(), milliseconds);
    }

    public void refusesTheSecret() {
        tokenAnswers(says(40001));
    }

    public void tokenAnswers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(TOKEN)).atPriority(1).willReturn(answer));
    }

    /// Answers each message with this code, in HTTP 200.
    public void answers(long errcode) {
        sendAnswers(says(errcode));
    }

    public void sendAnswers(ResponseDefinitionBuilder answer) {
        sendAnswers(token(), answer);
    }

    public int tokensAsked() {
        return server.countRequestsMatching(
                        postRequestedFor(urlPathEqualTo(TOKEN)).build())
                .getCount();
    }

    /// The bodies of all messages that were sent, the refused ones included.
    public List<String> sent() {
        return server.findAll(postRequestedFor(urlPathEqualTo(SEND))).stream()
                .map(it -> it.getBodyAsString())
                .toList();
    }

    @Override
    public void throttles() {
        answers(45011);
    }

    @Override
    public void closesTheWindow() {
        answers(45015);
    }

    @Override
    public void hasLostThePerson() {
        answers(43004);
    }

    @Override
    public void forbids() {
        answers(48001);
    }

    @Override
    public void isOutOfOrder() {
        sendAnswers(aResponse()
                .withStatus(503)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><h1>503 Service Unavailable</h1></html>"));
    }

    @Override
    public void hangsUp() {
        sendAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Override
    public void neverAnswers() {
        sendAnswers(says(0).withFixedDelay(20_000));
    }

    @Override
    public void isGone() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
    }

    static ResponseDefinitionBuilder says(long errcode) {
        return okJson("{\"errcode\":%d,\"errmsg\":\"in the platform's own words\"}".formatted(errcode));
    }

    private void sendAnswers(String token, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(SEND))
                .withQueryParam("access_token", equalTo(token))
                .willReturn(answer));
    }

    private void gives(String token, int milliseconds) {
        server.stubFor(post(urlPathEqualTo(TOKEN))
                .withRequestBody(matchingJsonPath("$.grant_type", equalTo("client_credential")))
                .withRequestBody(matchingJsonPath("$.appid", equalTo(appId)))
                .withRequestBody(matchingJsonPath("$.secret", equalTo(secret)))
                .willReturn(okJson("{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(token))
                        .withFixedDelay(milliseconds)));
    }
}
