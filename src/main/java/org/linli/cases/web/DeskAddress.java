package org.linli.cases.web;

import java.util.Map;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage.Cursor;
import org.springframework.web.util.UriComponentsBuilder;

/// The address of a list: what it is narrowed to stands in it, so that it can be kept, sent and reloaded.
final class DeskAddress {

    private DeskAddress() {}

    static String of(String path, DeskFilter filter, Cursor after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!filter.state().equals("open")) {
            address.queryParam("state", "{state}");
        }
        add(address, "unit", filter.unit());
        add(address, "label", filter.label());
        add(address, "late", filter.late() ? "true" : "");
        add(address, "text", filter.text());
        add(address, "after", after.equals(Cursor.START) ? "" : after.text());
        return address.encode()
                .buildAndExpand(Map.of(
                        "state", filter.state(),
                        "unit", filter.unit(),
                        "label", filter.label(),
                        "late", "true",
                        "text", filter.text(),
                        "after", after.text()))
                .toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
        }
    }
}
