package org.plenish.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the packaged product. */
@SpringBootApplication
public class PlenishApplication {

    public static void main(String[] args) {
        SpringApplication.run(PlenishApplication.class, args);
    }
}
