// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.observe.Health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A machinery in memory: what a test sets is what the screens see.
public final class SampleHealth implements Health {
  public final Observable<Report> report = new Observable<>(new Report(SampleShop.NOW, well()));
  public final AtomicInteger looks = new AtomicInteger();

  @Override
  public Observable<Report> report() {
    return report;
  }

  @Override
  public void look() {
    looks.incrementAndGet();
  }

  public void unseen() {
    report.set(new Report(SampleShop.NOW, List.of()));
  }

  public void trouble() {
    List<Part> parts = new ArrayList<>(well());
    parts.replaceAll(
        part ->
            switch (part.kind()) {
              case DISK -> part.but(State.NEEDS_HAND, "STORAGE_LOW");
              case PRINTER -> part.but(State.FAILED, "PRINTER_UNREACHABLE");
              case WORKERS ->
                  part(Kind.WORKERS, new Fact(About.SANDBOX, "–"))
                      .but(State.NEEDS_HAND, "SANDBOX_MISSING");
              case ERASING -> part.but(State.FAILED, "DESTROY_SCAN");
              case DATABASE, GATEWAY, CLOCK, NETWORK, VERSION -> part;
            });
    report.set(new Report(SampleShop.NOW.minusSeconds(20), parts));
  }

  private static List<Part> well() {
    return List.of(
        part(Kind.DATABASE, new Fact(About.ANSWERED_IN, "1.8 ms"), new Fact(About.SIZE, "12.4 MB"),
            new Fact(About.BACKUP, "2026-11-20")),
        part(
            Kind.DISK,
            new Fact(About.FREE, "212.6 GB / 480.1 GB"),
            new Fact(About.FOLDER, "/home/sharma/.local/share/secureprint")),
        part(Kind.WORKERS, new Fact(About.SANDBOX, "bubblewrap")),
        part(Kind.CLOCK, new Fact(About.TIME, "2026-11-21 10:40:00 +05:30")),
        part(
            Kind.VERSION,
            new Fact(About.PROGRAM, "0.1.0"),
            new Fact(About.JAVA, "25.0.1+8-LTS"),
            new Fact(About.SYSTEM, "Linux 6.12.43")),
        new Part(
            Kind.PRINTER, "Front laser", State.OK, null, List.of(new Fact(About.WAY, "cups"))),
        new Part(Kind.GATEWAY, "", State.OFF, null, List.of()),
        part(
            Kind.NETWORK,
            new Fact(About.PAGE, "http://192.168.1.20:8080/"),
            new Fact(About.PHONES, "ws://192.168.1.20:8081"),
            new Fact(About.PROGRAMS, "http://127.0.0.1:8090")),
        part(Kind.ERASING, new Fact(About.KEY, "sps-4f0c2a91")));
  }

  private static Part part(Kind kind, Fact... facts) {
    return Part.well(kind, List.of(facts));
  }
}
