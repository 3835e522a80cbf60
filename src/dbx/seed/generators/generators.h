// The make functions of all generators, for the table in registry.cpp; each is explained in its
// file.
#pragma once

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"

namespace dbx::seed {

#define DBX_GENERATOR(name) Result<GeneratorPtr> make_##name(const Request&, FillParameters&)
DBX_GENERATOR(animal);
DBX_GENERATOR(bernoulli);
DBX_GENERATOR(bic);
DBX_GENERATOR(book_title);
DBX_GENERATOR(catch_phrase);
DBX_GENERATOR(beta);
DBX_GENERATOR(binomial);
DBX_GENERATOR(categorical);
DBX_GENERATOR(city);
DBX_GENERATOR(code);
DBX_GENERATOR(color);
DBX_GENERATOR(company);
DBX_GENERATOR(conditional);
DBX_GENERATOR(constant);
DBX_GENERATOR(country);
DBX_GENERATOR(country_code);
DBX_GENERATOR(county);
DBX_GENERATOR(credit_card);
DBX_GENERATOR(currency);
DBX_GENERATOR(date);
DBX_GENERATOR(department);
DBX_GENERATOR(diagnosis);
DBX_GENERATOR(diagnosis_chapter);
DBX_GENERATOR(diagnosis_code);
DBX_GENERATOR(dish);
DBX_GENERATOR(distinct);
DBX_GENERATOR(ean13);
DBX_GENERATOR(email);
DBX_GENERATOR(emoji);
DBX_GENERATOR(exponential);
DBX_GENERATOR(fan_out);
DBX_GENERATOR(file_name);
DBX_GENERATOR(empirical);
DBX_GENERATOR(exponential);
DBX_GENERATOR(expression);
DBX_GENERATOR(first_name);
DBX_GENERATOR(full_address);
DBX_GENERATOR(full_name);
DBX_GENERATOR(gender);
DBX_GENERATOR(hash);
DBX_GENERATOR(iban);
DBX_GENERATOR(imei);
DBX_GENERATOR(gamma);
DBX_GENERATOR(geometric);
DBX_GENERATOR(histogram);
DBX_GENERATOR(industry);
DBX_GENERATOR(ipv4);
DBX_GENERATOR(ipv6);
DBX_GENERATOR(isbn13);
DBX_GENERATOR(job_area);
DBX_GENERATOR(job_title);
DBX_GENERATOR(language);
DBX_GENERATOR(last_name);
DBX_GENERATOR(latitude);
DBX_GENERATOR(logit_normal);
DBX_GENERATOR(lognormal);
DBX_GENERATOR(longitude);
DBX_GENERATOR(mac);
DBX_GENERATOR(mime_type);
DBX_GENERATOR(music_genre);
DBX_GENERATOR(normal);
DBX_GENERATOR(paragraph);
DBX_GENERATOR(lookup);
DBX_GENERATOR(mixture);
DBX_GENERATOR(negative_binomial);
DBX_GENERATOR(normal);
DBX_GENERATOR(pareto);
DBX_GENERATOR(phone);
DBX_GENERATOR(poisson);
DBX_GENERATOR(postal_code);
DBX_GENERATOR(prefix);
DBX_GENERATOR(product);
DBX_GENERATOR(product_category);
DBX_GENERATOR(product_of);
DBX_GENERATOR(product_subcategory);
DBX_GENERATOR(ratio);
DBX_GENERATOR(regex);
DBX_GENERATOR(region);
DBX_GENERATOR(sentence);
DBX_GENERATOR(sequence);
DBX_GENERATOR(share);
DBX_GENERATOR(state);
DBX_GENERATOR(street);
DBX_GENERATOR(student_t);
DBX_GENERATOR(sum_of);
DBX_GENERATOR(sum_to_total);
DBX_GENERATOR(text);
DBX_GENERATOR(time);
DBX_GENERATOR(time_zone);
DBX_GENERATOR(timestamp);
DBX_GENERATOR(triangular);
DBX_GENERATOR(uniform);
DBX_GENERATOR(url);
DBX_GENERATOR(user_agent);
DBX_GENERATOR(user_name);
DBX_GENERATOR(uuid);
DBX_GENERATOR(vehicle);
DBX_GENERATOR(vehicle_maker);
DBX_GENERATOR(vin);
DBX_GENERATOR(word);
DBX_GENERATOR(weibull);
DBX_GENERATOR(zipf);
#undef DBX_GENERATOR

}  // namespace dbx::seed
