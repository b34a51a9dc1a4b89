package org.linli.bench;

/// What is measured, in the words of the report.
enum Subject {
    CONSTANT("a", "Reactor Netty answers a constant", "the call is read and not looked at"),
    KEPT(
            "b",
            "Linli: committed and acknowledged",
            "signature, AES, XML, the row in PostgreSQL committed with fsync; this replica only takes messages in"
                    + " (`linli.inbox.work=false`), as (d) does"),
    ANSWERED(
            "c",
            "Linli: answered case",
            "as (b), and understood, a case opened or joined, its letter committed and sent back encrypted in the"
                    + " response of the call; every message from another person"),
    PORTAL(
            "d",
            "WxJava's way, as it comes",
            "Tomcat, WxMpMessageRouter, one insert and one commit a message, the pool of 10 connections that Spring"
                    + " Boot gives"),
    TUNED_PORTAL("d'", "WxJava's way, tuned", "the same with virtual threads and 48 connections");

    private final String key;
    private final String title;
    private final String what;

    Subject(String key, String title, String what) {
        this.key = key;
        this.title = title;
        this.what = what;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    String what() {
        return what;
    }
}
