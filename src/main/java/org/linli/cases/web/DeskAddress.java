package org.linli.cases.web;

import java.util.LinkedHashMap;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage.Cursor;
import org.springframework.web.util.UriComponentsBuilder;

/// The address of a list: what it is narrowed to stands in it, so that it can be kept, sent and reloaded.
final class DeskAddress {

    private DeskAddress() {}

    static String of(String path, DeskFilter filter, Cursor after) {
        var said = new LinkedHashMap<String, String>();
        said.put("state", filter.state().equals("open") ? "" : filter.state());
        said.put("unit", filter.unit());
        said.put("label", filter.label());
        said.put("late", filter.late() ? "true" : "");
        said.put("text", filter.text());
        said.put("whose", filter.whose());
        said.put("priority", filter.priority());
        said.put("after", after.equals(Cursor.START) ? "" : after.text());
        said.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        said.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }
}
