package org.linli.standin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// Tells pages of ours who opened them, by codes that are good once. Since nobody holds a phone here, the platform's
/// page first asks who one wants to be.
public final class OpenedBy {

    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /// The platform's page; with `as` that person's phone has it open, or has scanned it.
    ///
    /// @param people their names by their ids
    public synchronized Told page(Asked call, Map<String, String> people) {
        String as = call.parameter("as");
        return as.isEmpty() ? Told.html(200, choices(call, people)) : Told.redirect(back(call, as));
    }

    /// Whose code it is, for the first who asks.
    public synchronized Optional<String> take(String code) {
        used.add(code);
        return Optional.ofNullable(codes.remove(code));
    }

    public synchronized boolean isUsed(String code) {
        return used.contains(code);
    }

    private String back(Asked call, String id) {
        String code = UUID.randomUUID().toString().replace("-", "");
        codes.put(code, id);
        return UriComponentsBuilder.fromUriString(call.parameter("redirect_uri"))
                .queryParam("code", "{code}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(code, call.parameter("state"))
                .toUriString();
    }

    private static String choices(Asked call, Map<String, String> people) {
        return people.entrySet().stream()
                .map(it -> "<p><a href=\"%s\">%s</a></p>"
                        .formatted(HtmlUtils.htmlEscape(again(call, it.getKey())), HtmlUtils.htmlEscape(it.getValue())))
                .collect(Collectors.joining(
                        "", "<meta charset=utf-8><meta name=viewport content=\"width=device-width\">", ""));
    }

    private static String again(Asked call, String id) {
        var address = UriComponentsBuilder.fromPath(call.path());
        call.query().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        var filled = new HashMap<String, Object>(call.query());
        filled.put("as", id);
        return address.queryParam("as", "{as}").encode().buildAndExpand(filled).toUriString();
    }
}
