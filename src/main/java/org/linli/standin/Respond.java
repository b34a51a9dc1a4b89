package org.linli.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Lets the platform answer, unless it was told to misbehave, and keeps what was said.
final class Respond implements ResponseDefinitionTransformerV2 {

    private static final int LONGER_THAN_ANYBODY_WAITS = 20_000;

    private final StandIn platform;
    private final StandInServer server;
    private final Exchanges exchanges;

    Respond(StandIn platform, StandInServer server, Exchanges exchanges) {
        this.platform = platform;
        this.server = server;
        this.exchanges = exchanges;
    }

    @Override
    public String getName() {
        return "stand-in-" + platform.id();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var begun = exchanges.now();
        Asked call = asked(event.getRequest());
        server.remember(call);
        Mischief how = mischief(call);
        Told told = how == null ? platform.answer(call) : misbehaved(call, how);
        exchanges.add(
                begun,
                platform.id(),
                true,
                call.method() + " " + event.getRequest().getUrl(),
                call.parts().isEmpty() ? call.text() : "(" + call.parts().keySet() + ")",
                told.status(),
                told.isText() ? told.text() : "(" + told.body().length + " B)");
        return definition(told, how);
    }

    private @Nullable Mischief mischief(Asked call) {
        var all = server.mischief();
        return all.getOrDefault(call.path(), all.get(StandInServer.EVERYWHERE));
    }

    private Told misbehaved(Asked call, Mischief how) {
        return switch (how) {
            case Mischief.Refuses it -> platform.refusal(it.code());
            case Mischief.Page it -> Told.html(it.status(), "<html><h1>" + it.status() + "</h1></html>");
            case Mischief.Slow _ -> platform.answer(call);
            case Mischief.Says it -> it.answer();
            case Mischief.Hangs _, Mischief.HangsUp _ -> new Told(0, Map.of(), new byte[0]);
        };
    }

    private static ResponseDefinition definition(Told told, @Nullable Mischief how) {
        var response = new ResponseDefinitionBuilder()
                .withStatus(told.status() == 0 ? 200 : told.status())
                .withBody(told.body());
        told.headers().forEach(response::withHeader);
        return switch (how) {
            case Mischief.HangsUp _ ->
                response.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
            case Mischief.Hangs _ ->
                response.withFixedDelay(LONGER_THAN_ANYBODY_WAITS).build();
            case Mischief.Slow it ->
                response.withFixedDelay((int) it.pause().toMillis()).build();
            case null, default -> response.build();
        };
    }

    private static Asked asked(Request request) {
        URI address = URI.create(request.getAbsoluteUrl());
        var query = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUri(address).build().getQueryParams().forEach((name, values) -> {
            String value = values.isEmpty() ? null : values.getFirst();
            query.put(name, value == null ? "" : decoded(value));
        });
        return new Asked(request.getMethod().getName(), address.getPath(), query, request.getBody(), parts(request));
    }

    private static Map<String, byte[]> parts(Request request) {
        var parts = new LinkedHashMap<String, byte[]>();
        if (request.isMultipart()) {
            request.getParts()
                    .forEach(it -> parts.put(it.getName(), it.getBody().asBytes()));
        }
        return parts;
    }

    private static String decoded(String value) {
        return UriUtils.decode(value.replace('+', ' '), UTF_8);
    }
}
